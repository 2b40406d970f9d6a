import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { EmbeddedDatabaseError, errorCode } from './embedded-database-error.js';
import { readServerPid } from './server-process.js';

const run = promisify(execFile);

export type InstanceLock = { release(): Promise<void> };

/** One running product per data directory; a lock whose process is gone counts for nothing. */
export async function takeInstanceLock(dataDirectory: string): Promise<InstanceLock> {
  const file = join(dataDirectory, 'instance.lock');
  const mine = `${process.pid} ${(await processStart(process.pid)) ?? ''}\n`;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx', mode: 0o600 });
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = await livingHolder(file);
    if (holder !== null) {
      throw new EmbeddedDatabaseError(
        'IN_USE',
        `Das Datenverzeichnis ${dataDirectory} wird gerade von einem anderen laufenden Programm benutzt (Prozess ${holder}); bitte erst dieses beenden.`,
      );
    }
    await rm(file, { force: true });
  }
}

/** The process alone is no proof, numbers are used again; its time of start makes it one. */
async function livingHolder(file: string): Promise<number | null> {
  const content = await readFile(file, 'utf8').catch(() => '');
  const [pid = '', ...start] = content.trim().split(' ');
  const now = await processStart(Number(pid));
  return now !== null && now === start.join(' ') ? Number(pid) : null;
}

/** Something that tells a process from a later one with the same number; null when there is none. */
async function processStart(pid: number): Promise<string | null> {
  if (!(pid > 0)) return null;
  try {
    if (process.platform !== 'linux') return (await run('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const zombie = fields[0] === 'Z' || fields[0] === 'X';
    return zombie ? null : `${fields[19] ?? ''} ${(await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()}`;
  } catch {
    return null;
  }
}

/**
 * A server whose application was killed together with its supervisor still holds the directory. Called under the
 * instance lock, so it can only be an orphan: it is shut down, and what a dead one left is removed.
 */
export async function endOrphanedServer(clusterDirectory: string): Promise<void> {
  const found = await readServerPid(clusterDirectory);
  if (found === null) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isServerOf(found.pid, clusterDirectory))) break;
    process.kill(found.pid, signal);
    for (let turn = 0; turn < 200 && (await isServerOf(found.pid, clusterDirectory)); turn++) await sleep(50);
  }
  await rm(join(clusterDirectory, 'postmaster.pid'), { force: true });
}

async function isServerOf(pid: number, clusterDirectory: string): Promise<boolean> {
  if ((await processStart(pid)) === null) return false;
  if (process.platform !== 'linux') {
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout.includes(clusterDirectory);
  }
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return workingDirectory === (await realpath(clusterDirectory));
}
