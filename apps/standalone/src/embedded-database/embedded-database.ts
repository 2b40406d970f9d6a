import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createCluster, directoryArgument, inspectCluster, keepPassword, superuserName } from './cluster-files.js';
import { damaged, diskFull, EmbeddedDatabaseError, notWritable, writingTo } from './embedded-database-error.js';
import { endOrphanedServer, takeInstanceLock } from './instance-lock.js';
import { chooseServerAccount } from './server-account.js';
import { findServerBinaries } from './server-binaries.js';
import { startServer, type ServerCommand, type ServerProcess } from './server-process.js';

const host = '127.0.0.1';

export type EmbeddedDatabaseOptions = {
  /** Everything the database keeps lies below it; made when missing. */
  readonly dataDirectory: string;
  /** One German sentence for each step that takes time. */
  readonly onProgress?: (message: string) => void;
  /** False only for throw-away clusters: a power cut may then destroy the data. */
  readonly durable?: boolean;
};

export type EmbeddedDatabase = {
  readonly superuserUrl: string;
  readonly host: string;
  readonly port: number;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Orderly shutdown; resolves when no process is left. */
  stop(): Promise<void>;
};

/** Starts PostgreSQL on the given directory, sets it up at first, and takes over what an earlier run left behind. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const dataDirectory = resolve(options.dataDirectory);
  return writingTo(dataDirectory, async () => {
    await mkdir(dataDirectory, { recursive: true });
    const lock = await takeInstanceLock(dataDirectory);
    try {
      const { server, port, password } = await bringUp(dataDirectory, options);
      return {
        superuserUrl: `postgresql://${superuserName}:${password}@${host}:${port}/postgres`,
        host,
        port,
        ended: server.ended,
        stop: async () => {
          await server.stop();
          await lock.release();
        },
      };
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

type RunningServer = { readonly server: ServerProcess; readonly port: number; readonly password: string };

async function bringUp(dataDirectory: string, options: EmbeddedDatabaseOptions): Promise<RunningServer> {
  const durable = options.durable ?? true;
  const clusterDirectory = join(dataDirectory, 'postgres');
  const existing = await inspectCluster(clusterDirectory);
  const account = await chooseServerAccount(clusterDirectory);
  const { initdb, postgres } = await findServerBinaries(account);
  const password = await keepPassword(dataDirectory);
  if (existing === null) {
    options.onProgress?.('Die Datenbank wird eingerichtet …');
    await createCluster({ directory: clusterDirectory, initdb, account, password, durable });
  } else {
    await endOrphanedServer(clusterDirectory);
  }
  options.onProgress?.('Die Datenbank wird gestartet …');
  const logFile = join(dataDirectory, 'postgres.log');
  const argument = await directoryArgument(account, clusterDirectory);
  const base = { postgres, clusterDirectory, directoryArgument: argument, logFile, account };
  return { ...(await startWithPatience({ ...base, settings: settings(durable) })), password };
}

/** Some refusals pass: a port taken in the meantime, backends of a killed server that are still ending. */
async function startWithPatience(command: ServerCommand): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const started = await startServer({ ...command, settings: { ...command.settings, port: String(port) } });
    if (started.ok) return { server: started.server, port };
    const passing = /Address already in use|shared memory block .* is still in use/.test(started.log);
    if (!passing || attempt === 20) throw explain(started.log, command);
    await sleep(250);
  }
}

function explain(log: string, command: ServerCommand): EmbeddedDatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(log)) return diskFull(command.clusterDirectory);
  if (/Permission denied|Read-only file system/.test(log)) return notWritable(command.clusterDirectory);
  const [, reason] = /(?:PANIC|FATAL):\s+(.*)/.exec(log) ?? [];
  const detail = reason ?? 'der Server endete ohne Meldung';
  return damaged(command.clusterDirectory, `${detail}; Einzelheiten in ${command.logFile}`);
}

function settings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: host,
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? found(address.port) : failed(new Error())));
    });
  });
}
