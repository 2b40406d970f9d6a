import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { processesIn } from '#testing';

import { explainServerLog } from './embedded-database-error.js';
import { EmbeddedDatabaseError, startEmbeddedDatabase, type EmbeddedDatabase } from './index.js';
import { readServerPid } from './server-process.js';

async function ask<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  // A server that is killed on purpose also ends our connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('The embedded database', () => {
  let room: string;
  let dataDirectory: string;
  let running: EmbeddedDatabase | null;

  let putBack: (() => Promise<void>)[];

  /** Setting up takes seconds: all tests use one directory, and what a test takes away it gives back. */
  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), 'km-embedded-'));
    dataDirectory = join(room, 'var');
    await startAndStop();
  });

  beforeEach(() => {
    dataDirectory = join(room, 'var');
    running = null;
    putBack = [];
  });

  afterEach(async () => {
    await running?.stop();
    for (const undo of putBack) await undo();
  });

  afterAll(async () => {
    await rm(room, { recursive: true, force: true });
  });

  async function takeAway(path: string): Promise<void> {
    const aside = join(room, randomUUID());
    await rename(path, aside);
    putBack.push(async () => {
      await rm(path, { recursive: true, force: true });
      await rename(aside, path);
    });
  }

  async function start(): Promise<{ url: string; steps: string[] }> {
    const steps: string[] = [];
    running = await startEmbeddedDatabase({ dataDirectory, onProgress: (step) => steps.push(step) });
    return { url: running.superuserUrl, steps };
  }

  async function refusal(): Promise<EmbeddedDatabaseError> {
    const error = await start().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof EmbeddedDatabaseError) return error;
    throw new Error('The database was expected to refuse', { cause: error });
  }

  async function startAndStop(): Promise<void> {
    await start();
    await running?.stop();
    running = null;
  }

  const cluster = (...path: string[]): string => join(dataDirectory, 'postgres', ...path);

  it('is set up at the first start, says so, and keeps its data for the second', async () => {
    dataDirectory = join(room, 'new');
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 'Würde' AS word");
    await running?.stop();
    const second = await start();
    expect(first.steps).toEqual(['Die Datenbank wird eingerichtet …', 'Die Datenbank wird gestartet …']);
    expect(second.steps).toEqual(['Die Datenbank wird gestartet …']);
    expect(await ask(second.url, 'TABLE kept')).toEqual([{ word: 'Würde' }]);
  });

  it('sorts and stems German, and checks its pages', async () => {
    const { url } = await start();
    const [row] = await ask(
      url,
      `SELECT 'Ärzte' < 'Bund' AS sorted, to_tsvector('ÄMTER') = to_tsvector('Amt') AS stemmed,
              current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding`,
    );
    expect(row).toEqual({ sorted: true, stemmed: true, checksums: 'on', encoding: 'UTF8' });
  });

  it('listens to this machine alone and to those who know the password', async () => {
    const { url } = await start();
    const [row] = await ask(
      url,
      "SELECT current_setting('listen_addresses') AS at, count(*) AS open FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'",
    );
    expect(row).toEqual({ at: '127.0.0.1', open: '0' });
    const guess = new URL(url);
    guess.password = 'geraten';
    await expect(ask(guess.toString(), 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps password and data from the eyes of others', async () => {
    await start();
    expect((await stat(join(dataDirectory, 'postgres.password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDirectory, 'postgres.log'))).mode & 0o777).toBe(0o600);
    expect((await stat(cluster())).mode & 0o777).toBe(0o700);
  });

  it('writes no statement and no value into its log', async () => {
    const { url } = await start();
    await ask(url, 'CREATE TABLE paper (title text UNIQUE)');
    await ask(url, "INSERT INTO paper VALUES ('Geheime Vorlage')");
    await expect(ask(url, "INSERT INTO paper VALUES ('Geheime Vorlage')")).rejects.toThrow('duplicate key');
    expect(await readFile(join(dataDirectory, 'postgres.log'), 'utf8')).not.toContain('Geheime Vorlage');
  });

  it('leaves no process and no passing file behind', async () => {
    await start();
    expect(await processesIn(dataDirectory)).not.toEqual([]);
    await running?.stop();
    expect(await processesIn(dataDirectory)).toEqual([]);
    expect((await readdir(dataDirectory)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
    expect(await readdir(cluster())).not.toContain('postmaster.pid');
  });

  it('may be stopped twice, and by then another may have started', async () => {
    await start();
    const earlier = running;
    await earlier?.stop();
    await start();
    await earlier?.stop();
    expect((await refusal()).fault).toBe('IN_USE');
  });

  it('starts again after its server was killed', async () => {
    const { url } = await start();
    await ask(url, 'CREATE TABLE survived AS SELECT 1 AS one');
    const server = await readServerPid(cluster());
    process.kill(server?.pid ?? 0, 'SIGKILL');
    await running?.ended;
    await running?.stop();
    const again = await start();
    expect(await ask(again.url, 'TABLE survived')).toEqual([{ one: 1 }]);
  });

  it('starts although a file says that a server runs, when that process is something else', async () => {
    await writeFile(cluster('postmaster.pid'), `${process.pid}\n${cluster()}\n`);
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('gets a new password when the file with the old one is lost', async () => {
    await rm(join(dataDirectory, 'postgres.password'));
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('accepts data that were copied back with another mode and, as root, another owner', async () => {
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', '0:0', cluster()]);
    await chmod(cluster(), 0o755);
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('forgets a first start that was interrupted', async () => {
    dataDirectory = join(room, 'interrupted');
    await mkdir(dataDirectory);
    await writeFile(join(dataDirectory, 'postgres.partial-0123'), '');
    await start();
    expect(await readdir(dataDirectory)).not.toContain('postgres.partial-0123');
  });

  it('refuses a directory that another running program uses, and leaves that one alone', async () => {
    const { url } = await start();
    const second = startEmbeddedDatabase({ dataDirectory });
    await expect(second).rejects.toThrow(
      `wird gerade von einem anderen laufenden Programm benutzt (Prozess ${process.pid})`,
    );
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['its version', 'PG_VERSION', async () => undefined],
    ['its control file', 'global/pg_control', async () => undefined],
    ['a sound control file', 'global/pg_control', async (path: string) => writeFile(path, Buffer.alloc(8192, 7))],
    ['its log', 'pg_wal', async () => undefined],
    ['the segments of its log', 'pg_wal', async (path: string) => mkdir(path)],
    ['its databases', 'base', async (path: string) => mkdir(path)],
  ])('calls a directory without %s damaged, in one sentence', async (_, part, replace) => {
    await takeAway(cluster(part));
    await replace(cluster(part));
    const { fault, message } = await refusal();
    expect(fault).toBe('DAMAGED');
    expect(message).toMatch(/^Das Datenbankverzeichnis .* ist beschädigt \([^\n]*\); [^\n]*\.$/);
    expect(await processesIn(dataDirectory)).toEqual([]);
  });

  it.each([
    ['19', 'NEWER_VERSION', 'bitte eine neuere Fassung des Programms starten.'],
    ['16', 'OLDER_VERSION', 'bitte die Daten mit pg_dump übertragen.'],
  ])('refuses the data of PostgreSQL %s', async (version, expected, advice) => {
    await takeAway(cluster('PG_VERSION'));
    await writeFile(cluster('PG_VERSION'), `${version}\n`);
    const { fault, message } = await refusal();
    expect(fault).toBe(expected);
    expect(message).toContain(`stammt von PostgreSQL ${version}`);
    expect(message).toContain(advice);
  });

  it('refuses a place below a link that leads nowhere', async () => {
    await symlink(join(room, 'nowhere'), join(room, 'link'));
    dataDirectory = join(room, 'link', 'var');
    expect((await refusal()).fault).toBe('NOT_WRITABLE');
  });

  it('refuses a place below something that is no directory', async () => {
    const file = join(dataDirectory, 'postgres.log');
    dataDirectory = join(file, 'below');
    const { fault, message } = await refusal();
    expect(fault).toBe('NOT_WRITABLE');
    expect(message).toBe(
      `Das Datenverzeichnis ${dataDirectory} ist nicht beschreibbar; bitte Schreibrechte geben oder mit DATA_DIR ein anderes Verzeichnis wählen.`,
    );
  });
});

describe('What the server wrote before it gave up', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'DISK_FULL'],
    ['FATAL:  could not create lock file "postmaster.pid": Read-only file system', 'NOT_WRITABLE'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1523DF8', 'DAMAGED'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'NOT_STARTED'],
    ['', 'NOT_STARTED'],
  ])('%j means %s', (log, fault) => {
    expect(explainServerLog(log, '/daten/postgres', '/daten/postgres.log').fault).toBe(fault);
  });
});
