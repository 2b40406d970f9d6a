import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import {
  installDatabaseCopy,
  ordinaryUser,
  processesIn,
  runDatabaseCopy,
  untilDeserted,
  type DatabaseProgram,
} from '#testing';

import { readServerPid } from './server-process.js';

const isRoot = process.getuid?.() === 0;

async function ask(url: string | undefined, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Where the tests run without root, the same user stands for both; what only root can try is said in the title. */
describe('The embedded database, run as a program', () => {
  let room: string;
  let open: string;
  let locked: string;
  let dataDirectory: string;
  let programs: DatabaseProgram[];

  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), 'km-places-'));
    await chmod(room, 0o755);
    open = join(room, 'open');
    locked = join(room, 'locked', 'project');
    await installDatabaseCopy(open);
    await installDatabaseCopy(locked);
    await chmod(join(room, 'locked'), 0o700);
    dataDirectory = await directoryOfUser('var');
  });

  beforeEach(() => {
    programs = [];
  });

  afterEach(async () => {
    for (const program of programs) await program.end('SIGKILL');
    await untilDeserted(room);
  });

  afterAll(async () => {
    await rm(room, { recursive: true, force: true });
  });

  async function directoryOfUser(name: string): Promise<string> {
    const directory = join(room, name);
    await mkdir(directory);
    const { uid, gid } = ordinaryUser();
    if (uid !== undefined && gid !== undefined) await chown(directory, uid, gid);
    return directory;
  }

  async function run(installation: string, where: string, asOrdinaryUser = false): Promise<DatabaseProgram> {
    const program = await runDatabaseCopy(installation, { dataDirectory: where, asOrdinaryUser });
    programs.push(program);
    return program;
  }

  it('runs for an ordinary user without a home', async () => {
    const { answer } = await run(open, dataDirectory, true);
    expect(answer.fault).toBeUndefined();
    expect(await ask(answer.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('runs where other users cannot enter, keeps its data there and finds them again', async () => {
    const where = join(room, 'locked', 'var');
    const first = await run(locked, where);
    expect(first.answer.message).toBeUndefined();
    await ask(first.answer.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.end('SIGTERM');
    await untilDeserted(where);
    expect((await stat(join(where, 'postgres', 'PG_VERSION'))).isFile()).toBe(true);
    const second = await run(locked, where);
    expect(await ask(second.answer.url, 'TABLE kept')).toEqual([{ one: 1 }]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'leaves no process behind when its program ends by %s',
    async (signal) => {
      const program = await run(open, dataDirectory, true);
      expect(await processesIn(dataDirectory)).not.toEqual([]);
      await program.end(signal);
      await untilDeserted(dataDirectory);
      expect(await readServerPid(join(dataDirectory, 'postgres'))).toBeNull();
    },
  );

  it('takes over from a server whose program and supervisor were killed', async () => {
    const first = await run(open, dataDirectory);
    await ask(first.answer.url, 'CREATE TABLE survived AS SELECT 1 AS one');
    const orphan = await readServerPid(join(dataDirectory, 'postgres'));
    const shells = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('konferenzmappe-postgres') && line.includes(dataDirectory))
      .map((line) => Number.parseInt(line, 10));
    expect(shells.length).toBeGreaterThan(0);
    for (const pid of shells) process.kill(pid, 'SIGKILL');
    await first.end('SIGKILL');
    expect(process.kill(orphan?.pid ?? 0, 0)).toBe(true);
    const second = await run(open, dataDirectory);
    expect(second.answer.message).toBeUndefined();
    expect(await ask(second.answer.url, 'TABLE survived')).toEqual([{ one: 1 }]);
  });

  it('does not disturb a program that runs on the same data', async () => {
    const first = await run(open, dataDirectory, true);
    const second = await run(open, dataDirectory, true);
    expect(second.answer.fault).toBe('IN_USE');
    expect(await ask(first.answer.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a directory in which the user may not write', async () => {
    const readOnly = await directoryOfUser('read-only');
    await chmod(readOnly, 0o555);
    const { answer } = await run(open, readOnly, true);
    expect(answer.fault).toBe('NOT_WRITABLE');
    expect(answer.message).toContain(`Das Datenverzeichnis ${readOnly} ist nicht beschreibbar`);
  });

  it('refuses data that belong to somebody else', async () => {
    const foreign = await directoryOfUser('foreign');
    await symlink('/usr', join(foreign, 'postgres'));
    const { answer } = await run(open, foreign, true);
    expect(answer.fault).toBe('FOREIGN_OWNER');
    expect(answer.message).toContain('gehört einem anderen Benutzer (Nummer 0)');
  });

  it(`lets a user go on with what root has started (${isRoot ? 'as root and nobody' : 'no root here: the same user twice'})`, async () => {
    const shared = await directoryOfUser('shared');
    const asRoot = await run(open, shared);
    await ask(asRoot.answer.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await asRoot.end('SIGTERM');
    await untilDeserted(shared);
    const asUser = await run(open, shared, true);
    expect(asUser.answer.message).toBeUndefined();
    expect(await ask(asUser.answer.url, 'TABLE kept')).toEqual([{ one: 1 }]);
  });

  it('says when the disk is full', async () => {
    const disk = await directoryOfUser('disk');
    const mounted = mount(disk);
    try {
      // Only root may mount a small disk; without it, a file system that takes nothing at all is the nearest.
      const { answer } = await run(open, mounted ? join(disk, 'var') : '/proc/konferenzmappe');
      expect(answer.fault).toBe(mounted ? 'DISK_FULL' : 'NOT_WRITABLE');
    } finally {
      if (mounted) execFileSync('umount', [disk]);
    }
  });

  function mount(place: string): boolean {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }
});
