import { chown, mkdir, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createCluster, inspectCluster, restoreOwnership, superuserName } from './cluster-files.js';
import { errorCode, explainServerLog, writingTo } from './embedded-database-error.js';
import { endOrphanedServer, takeInstanceLock } from './instance-lock.js';
import { chooseServerAccount, directoryArgument } from './server-account.js';
import { findServerBinaries } from './server-binaries.js';
import { startServer, type ServerCommand, type ServerProcess } from './server-process.js';
import { keepPassword, resetPassword } from './superuser-password.js';

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
    await ensureDirectory(dataDirectory);
    const lock = await takeInstanceLock(dataDirectory);
    try {
      const { server, port, password } = await bringUp(dataDirectory, options);
      const stopOnce = once(async () => {
        await server.stop();
        await lock.release();
      });
      const superuserUrl = `postgresql://${superuserName}:${password}@${host}:${port}/postgres`;
      return { superuserUrl, host, port, ended: server.ended, stop: stopOnce };
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

/** Node's own recursive way never returns where a parent exists but takes nothing new (/proc, dangling links). */
async function ensureDirectory(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await ensureDirectory(dirname(path));
    await mkdir(path);
  }
}

type RunningServer = { readonly server: ServerProcess; readonly port: number; readonly password: string };

async function bringUp(dataDirectory: string, options: EmbeddedDatabaseOptions): Promise<RunningServer> {
  const durable = options.durable ?? true;
  const clusterDirectory = join(dataDirectory, 'postgres');
  const exists = await inspectCluster(clusterDirectory);
  const account = await chooseServerAccount(dataDirectory, clusterDirectory);
  const { initdb, postgres } = await findServerBinaries(account);
  const { password, isNew } = await keepPassword(dataDirectory);
  if (exists) {
    await endOrphanedServer(clusterDirectory);
    await restoreOwnership(clusterDirectory, account);
    if (isNew) await resetPassword(postgres, clusterDirectory, account, password);
  } else {
    options.onProgress?.('Die Datenbank wird eingerichtet …');
    await createCluster({ directory: clusterDirectory, initdb, account, password, durable });
  }
  options.onProgress?.('Die Datenbank wird gestartet …');
  const logFile = await prepareLog(dataDirectory);
  const command = {
    postgres,
    clusterDirectory,
    directoryArgument: await directoryArgument(account, clusterDirectory),
    logFile,
    account,
    settings: settings(durable),
  };
  const running = await startWithPatience(command);
  await shareWithOwner(dataDirectory);
  return { ...running, password };
}

/** One old log is kept, so that the log never fills the disk. */
async function prepareLog(dataDirectory: string): Promise<string> {
  const logFile = join(dataDirectory, 'postgres.log');
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await rename(logFile, `${logFile}.old`);
  return logFile;
}

/** When root starts a user's installation, the user must be able to start it again without root. */
async function shareWithOwner(dataDirectory: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dataDirectory);
  for (const name of ['postgres.log', 'postgres.password']) await chown(join(dataDirectory, name), uid, gid);
}

/** Some refusals pass: a port taken in the meantime, backends of a killed server that are still ending. */
async function startWithPatience(command: ServerCommand): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const started = await startServer({ ...command, settings: { ...command.settings, port: String(port) } });
    if (started.ok) return { server: started.server, port };
    const passing = /Address already in use|shared memory block .* is still in use|lock file .* already exists/.test(
      started.log,
    );
    if (!passing || attempt === 20) throw explainServerLog(started.log, command.clusterDirectory, command.logFile);
    await sleep(250);
  }
}

function settings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: host,
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // The log must not hold what people wrote: neither failing statements nor the values in their details.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? found(address.port) : failed(new Error('no free port')),
      );
    });
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
