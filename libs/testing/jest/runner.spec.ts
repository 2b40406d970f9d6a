import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const project = fileURLToPath(new URL('../../..', import.meta.url));

interface Suite {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
}

const specs: Readonly<Record<string, string>> = {
  'states.spec.ts': `
    import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
    type Answer = { readonly is: number };
    const pause = () => new Promise((done) => setTimeout(done, 20));
    it('holds', () => expect([1]).toStrictEqual([1]));
    it('does not hold', () => expect({ is: 1 } satisfies Answer).toEqual({ is: 2 }));
    it('never ends', () => new Promise(() => undefined), 50);
    it('rejects where nobody looks', async () => { void Promise.reject(new Error('unseen')); await pause(); });
    it('throws later', async () => { setTimeout(() => { throw new Error('late'); }, 1); await pause(); });
    it.skip('is skipped', () => undefined);
    it.each([1, 2])('is %i', (number) => expect(number).toBe(1));
    describe('prepared in vain', () => {
      beforeAll(() => { throw new Error('not ready'); });
      it('has no ground', () => undefined);
    });
    describe('left badly', () => {
      afterEach(() => { throw new Error('untidy'); });
      it('is not tidied up', () => undefined);
    });`,
  'after-all.spec.ts': `
    import { afterAll, it } from '@jest/globals';
    afterAll(() => { throw new Error('not closed'); });
    it('passes before', () => undefined);`,
  'unloadable.spec.ts': `
    import './nowhere.js';
    import { it } from '@jest/globals';
    it('is never seen', () => undefined);`,
  'unreadable.spec.ts': `it('is never seen', (`,
  'empty.spec.ts': `export const nothing = 0;`,
  'ending.spec.ts': `
    import { it } from '@jest/globals';
    it('leaves', () => process.exit(0));`,
  // The larger one is the first.
  'neighbours/first.spec.ts': `
    // ${'Something to read. '.repeat(20)}
    import { expect, it } from '@jest/globals';
    import { loaded } from './house.js';
    it('leaves traces', () => {
      process.env['KM_TRACE'] = 'left';
      delete process.env['KM_GIVEN'];
      process.chdir('/');
      expect((loaded.times += 1)).toBe(1);
    });`,
  'neighbours/second.spec.ts': `
    import { expect, it } from '@jest/globals';
    import { loaded } from './house.js';
    it('finds none', () => {
      expect([process.env['KM_TRACE'], process.env['KM_GIVEN'], process.cwd() === '/']).toEqual([undefined, 'given', false]);
    });
    it('in the same house', () => expect(loaded.times).toBe(1));`,
  'neighbours/house.ts': `export const loaded: { times: number } = { times: 0 };`,
};

/** Runs Jest on planted specs, under our own settings, and hands back what it found out about each file. */
function run(folder: string): { suites: ReadonlyMap<string, Suite>; code: number | null } {
  const { status } = spawnSync(
    process.execPath,
    [
      join(project, 'node_modules/jest/bin/jest.js'),
      ...[
        '--config',
        join(folder, 'jest.config.json'),
        '--json',
        '--outputFile',
        join(folder, 'result.json'),
        '--ci',
        '--maxWorkers=1',
      ],
    ],
    { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', KM_GIVEN: 'given' }, stdio: 'ignore' },
  );
  const { testResults } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as { testResults: Suite[] };
  return { suites: new Map(testResults.map((suite) => [suite.name.slice(folder.length + 1), suite])), code: status };
}

describe('A spec file that Node loads itself', () => {
  let folder: string;
  let suites: ReadonlyMap<string, Suite>;
  let code: number | null;
  const at = (file: string): Suite => suites.get(file) ?? { name: file, message: '', assertionResults: [] };
  const statesIn = (file: string): [string, string][] =>
    at(file).assertionResults.map(({ title, status }) => [title, status]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'konferenzmappe-runner-'));
    cpSync(join(project, '.swcrc'), join(folder, '.swcrc'));
    const { default: settings } = (await import(join(project, 'jest.config.js'))) as { default: object };
    const files = {
      ...specs,
      'package.json': '{ "type": "module" }',
      'jest.config.json': JSON.stringify({
        ...(JSON.parse(JSON.stringify(settings).replaceAll('<rootDir>', project)) as object),
        ...{ rootDir: folder, roots: [folder], globalSetup: undefined, globalTeardown: undefined },
      }),
    };
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    ({ suites, code } = run(folder));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails by whatever goes wrong in a test or around it, and by nothing else', () => {
    expect(statesIn('states.spec.ts')).toEqual([
      ['holds', 'passed'],
      ['does not hold', 'failed'],
      ['never ends', 'failed'],
      ['rejects where nobody looks', 'failed'],
      ['throws later', 'failed'],
      ['is skipped', 'pending'],
      ['is 1', 'passed'],
      ['is 2', 'failed'],
      ['has no ground', 'failed'],
      ['is not tidied up', 'failed'],
    ]);
  });

  it('names the line of the source that failed', () => {
    expect(at('states.spec.ts').message).toContain('states.spec.ts:6:');
  });

  it.each([
    ['after-all.spec.ts', 'not closed'],
    ['unloadable.spec.ts', 'nowhere'],
    ['unreadable.spec.ts', 'Syntax Error'],
    ['empty.spec.ts', 'must contain at least one test'],
    ['ending.spec.ts', 'exitCode=0'],
  ])('fails as a whole: %s', (file, message) => {
    expect([suites.has(file), at(file).message]).toEqual([true, expect.stringContaining(message)]);
    expect(code).toBe(1);
  });

  it('finds the process as it was before its neighbour, and the house loaded', () => {
    expect([...statesIn('neighbours/first.spec.ts'), ...statesIn('neighbours/second.spec.ts')]).toEqual([
      ['leaves traces', 'passed'],
      ['finds none', 'passed'],
      ['in the same house', 'passed'],
    ]);
  });
});
