import { beforeAll, describe, expect, it } from '@jest/globals';
import { RunningProcess } from './scale/running-process.js';

const LONG = 240_000;
const settings = { DATABASE_URL: 'postgres://km_app:secret@127.0.0.1:1/konferenzmappe' };

async function refusal(
  program: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<string> {
  const { code, output } = await RunningProcess.start(program, environment, args).end();
  expect({ code, hasStack: /\n\s+at /.test(output) }).toEqual({ code: 1, hasStack: false });
  return output;
}

describe('a program that cannot do its work says why in words', () => {
  beforeAll(async () => void (await RunningProcess.finish('scripts/prepare.mjs')), LONG);

  it.each([
    ['dist/apps/api/src/main.js', []],
    ['dist/apps/api/src/migrate.js', []],
    ['dist/apps/worker/src/main.js', []],
    ['dist/apps/api/src/verify-history.js', []],
    ['dist/apps/api/src/add-person.js', ['--name', 'Nele Sievers', '--mail', 'n@innen.example', '--role', 'ADMIN']],
  ])('%s names every setting at fault', async (program, args) => {
    const said = await refusal(program, { LOG_LEVEL: 'laut', REDIS_URL: 'ftp://x' }, args);
    for (const name of ['DATABASE_URL', 'LOG_LEVEL', 'REDIS_URL']) expect(said).toContain(`  - ${name}: `);
  });

  it('the api wants to know where people sign in', async () => {
    expect(await refusal('dist/apps/api/src/main.js', settings)).toContain('  - OIDC_ISSUER: fehlt');
  });

  it('the migrations want the owner of the tables', async () => {
    expect(await refusal('dist/apps/api/src/migrate.js', settings)).toContain('  - DATABASE_OWNER_URL: fehlt');
  });

  it.each([[[]], [['--name', 'Nele Sievers']], [['--rolle', 'ADMIN']]])(
    'whoever adds a person hears what belongs to it (%j)',
    async (args: readonly string[]) => {
      expect(await refusal('dist/apps/api/src/add-person.js', settings, args)).toMatch(/^Aufruf: .*--name NAME/);
    },
  );
});
