import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { asAccount, type ServerAccount } from './server-account.js';

/**
 * The server lives as long as our end of the pipe is open. However this process ends (also by SIGKILL), the pipe
 * closes and the server shuts down in an orderly way.
 */
const supervisor = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( read -r _ <&3; kill -INT "$server" ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"
`;

export type ServerCommand = {
  readonly postgres: string;
  readonly clusterDirectory: string;
  /** How the server itself names the directory; differs when it cannot walk the path to it. */
  readonly directoryArgument: string;
  readonly logFile: string;
  readonly account: ServerAccount;
  readonly settings: Readonly<Record<string, string>>;
};

export type ServerProcess = {
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

export type ServerStart =
  { readonly ok: true; readonly server: ServerProcess } | { readonly ok: false; readonly log: string };

/** Starts the server and waits until it takes connections; when it gives up, returns what it wrote to its log. */
export async function startServer(command: ServerCommand): Promise<ServerStart> {
  const log = await open(command.logFile, 'a', 0o600);
  const { size: logStart } = await log.stat();
  const settings = Object.entries(command.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    '/bin/sh',
    ['-c', supervisor, 'konferenzmappe-postgres', command.postgres, '-D', command.directoryArgument, ...settings],
    {
      cwd: command.clusterDirectory,
      env: { TZ: 'UTC', LC_ALL: 'C' },
      stdio: ['pipe', log.fd, log.fd],
      // Its own session: Ctrl-C in the terminal must reach the application first, and the database last.
      detached: true,
      ...asAccount(command.account),
    },
  );
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  await log.close();
  let running = true;
  void ended.then(() => (running = false));
  while (running) {
    if (await isReady(command.clusterDirectory))
      return { ok: true, server: { ended, stop: () => stop(child, ended, command.clusterDirectory) } };
    await Promise.race([ended, sleep(20)]);
  }
  return { ok: false, log: (await readFile(command.logFile)).subarray(logStart).toString('utf8') };
}

/** Process id in the first line, state in the eighth; the file is written by the server. */
export async function readServerPid(clusterDirectory: string): Promise<{ pid: number; state: string } | null> {
  const content = await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = content.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? { pid, state: (lines[7] ?? '').trim() } : null;
}

async function isReady(clusterDirectory: string): Promise<boolean> {
  return (await readServerPid(clusterDirectory))?.state === 'ready';
}

/** Resolves true when the server was gone in time. */
async function endsWithin(milliseconds: number, ended: Promise<void>): Promise<boolean> {
  const patience = new AbortController();
  const tooLong = sleep(milliseconds, false, { signal: patience.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), tooLong]);
  patience.abort();
  return inTime;
}

async function stop(child: ChildProcess, ended: Promise<void>, clusterDirectory: string): Promise<void> {
  child.stdin?.end();
  if (await endsWithin(8_000, ended)) return;
  // Immediate shutdown: nothing committed is lost, the next start replays the log.
  const running = await readServerPid(clusterDirectory);
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    try {
      if (running !== null) process.kill(running.pid, signal);
    } catch {
      break; // It has just ended.
    }
    if (await endsWithin(3_000, ended)) return;
  }
}
