import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantedCode, soundCode } from './code-fixtures.js';
import { plantedImports, soundFiles } from './import-fixtures.js';
import { PlantedHouse } from './planted-house.js';
import { plantedStructure, soundStructure } from './structure-fixtures.js';

type ImportViolation = { readonly rule: { readonly name: string }; readonly from: string };
type ImportReport = {
  readonly summary: { readonly violations: readonly ImportViolation[] };
};
type LintReport = readonly {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}[];

/** ESLint reads types: on a busy machine that is more than a usual test may take. */
const PATIENCE = 300_000;

const contents = (files: readonly { file: string; code: string }[]): Record<string, string> =>
  Object.fromEntries(files.map(({ file, code }) => [file, code]));

describe('the fence of imports', () => {
  let house: PlantedHouse;
  let violations: readonly ImportViolation[];

  beforeAll(() => {
    house = new PlantedHouse({ ...soundFiles, ...contents(plantedImports) });
    const settings = house.settings('.dependency-cruiser.cjs');
    const report = house.run(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', settings, '--output-type', 'json', 'apps', 'libs', 'migrations', 'bench'],
    );
    ({ violations } = (JSON.parse(report) as ImportReport).summary);
  }, PATIENCE);
  afterAll(() => house.remove());

  it.each(plantedImports)('$rule stops $file', ({ rule, file }) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toEqual([rule]);
  });

  it('lets the allowed imports pass', () => {
    expect(violations.filter(({ from }) => from in soundFiles)).toEqual([]);
  });

  it('has a planted violation for each of its rules', async () => {
    const settings = (await import(house.settings('.dependency-cruiser.cjs'))) as {
      default: { forbidden: readonly { name: string }[] };
    };
    const planted = new Set(plantedImports.map(({ rule }) => rule));
    expect(settings.default.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});

describe('the fence of code', () => {
  let house: PlantedHouse;
  let messages: readonly { file: string; ruleId: string; message: string }[];

  beforeAll(() => {
    house = new PlantedHouse({ ...soundCode, ...contents(plantedCode) });
    const report = house.run(
      'node_modules/eslint/bin/eslint.js',
      ...['--config', house.settings('eslint.config.js'), '--parser-options', `tsconfigRootDir:${house.root}`],
      ...['--format', 'json', 'apps', 'libs', 'migrations'],
    );
    messages = (JSON.parse(report) as LintReport).flatMap(({ filePath, messages: found }) =>
      found.map((one) => ({ ...one, file: filePath.slice(house.root.length + 1) })),
    );
  }, PATIENCE);
  afterAll(() => house.remove());

  it.each(plantedCode)('$rule stops $file', ({ rule, says, file }) => {
    const found = messages.filter((message) => message.file === file);
    expect(found.map(({ ruleId }) => ruleId)).toEqual([rule]);
    expect(found[0]?.message).toContain(says ?? '');
  });

  it('lets similar code that is allowed pass', () => {
    expect(messages.filter(({ file }) => file in soundCode)).toEqual([]);
  });
});

describe('the fence of names and sizes', () => {
  let house: PlantedHouse;
  let lines: readonly string[];

  beforeAll(() => {
    const planted = plantedStructure.flatMap(({ files }) => files);
    house = new PlantedHouse(Object.fromEntries([...planted, ...soundStructure].map((file) => [file, ''])));
    lines = house.run('scripts/lib/structure.mjs', house.root).trim().split('\n');
  });
  afterAll(() => house.remove());

  it.each(plantedStructure)('says $expected', ({ expected }) => {
    expect(lines).toContain(expected);
  });

  it('says nothing else', () => {
    expect([...lines].sort()).toEqual(plantedStructure.map(({ expected }) => expected).sort());
  });
});
