import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { damaged, diskFull, EmbeddedDatabaseError, notWritable } from './embedded-database-error.js';
import { asAccount, mayReach, type ServerAccount } from './server-account.js';

const run = promisify(execFile);

export const serverMajorVersion = 18;
export const superuserName = 'postgres';

/** German order of words from ICU; where its data are missing, the order of code points. */
const localeChoices = [
  ['--locale-provider=icu', '--icu-locale=de-DE', '--locale=C'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
];

/** Null when there is no cluster yet; throws when what lies there cannot be started. */
export async function inspectCluster(directory: string): Promise<'ready' | null> {
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw damaged(directory, 'es ist kein Verzeichnis');
    throw notWritable(directory, error);
  });
  if (entries.length === 0) return null;
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) throw damaged(directory, 'die Datei PG_VERSION fehlt');
  const major = Number.parseInt(version, 10);
  if (Number.isNaN(major)) throw damaged(directory, 'die Datei PG_VERSION ist unlesbar');
  if (major !== serverMajorVersion) throw otherVersion(directory, major);
  if ((await stat(join(directory, 'global', 'pg_control')).catch(() => null)) === null) {
    throw damaged(directory, 'die Datei global/pg_control fehlt');
  }
  return 'ready';
}

function otherVersion(directory: string, major: number): EmbeddedDatabaseError {
  return major > serverMajorVersion
    ? new EmbeddedDatabaseError(
        'NEWER_VERSION',
        `Das Datenbankverzeichnis ${directory} stammt von PostgreSQL ${major}, dieses Programm bringt PostgreSQL ${serverMajorVersion} mit; bitte eine neuere Fassung des Programms starten.`,
      )
    : new EmbeddedDatabaseError(
        'OLDER_VERSION',
        `Das Datenbankverzeichnis ${directory} stammt von PostgreSQL ${major}, dieses Programm bringt PostgreSQL ${serverMajorVersion} mit; bitte die Daten mit pg_dump übertragen.`,
      );
}

export type NewCluster = {
  readonly directory: string;
  readonly initdb: string;
  readonly account: ServerAccount;
  readonly password: string;
  readonly durable: boolean;
};

/** Prepares beside the final place and renames at the end: an interrupted first start leaves no half cluster. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const partial = `${cluster.directory}.partial`;
  const data = join(partial, 'data');
  try {
    await rm(partial, { recursive: true, force: true });
    for (const directory of [partial, data]) {
      await mkdir(directory, { recursive: true });
      await chmod(directory, 0o700);
    }
    await writeFile(join(partial, 'password'), cluster.password, { mode: 0o600 });
    for (const path of [partial, data, join(partial, 'password')]) await giveTo(cluster.account, path);
    await initialise(cluster, data);
    await rm(cluster.directory, { recursive: true, force: true });
    await rename(data, cluster.directory);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** How the server names its directory: where the account cannot walk the path, Linux offers the working directory. */
export async function directoryArgument(account: ServerAccount, directory: string): Promise<string> {
  if (await mayReach(account, directory)) return directory;
  return '/proc/self/cwd';
}

async function giveTo(account: ServerAccount, path: string): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

async function initialise(cluster: NewCluster, data: string): Promise<void> {
  let failure = '';
  for (const locale of localeChoices) {
    try {
      await runInitdb(cluster, data, locale);
      return;
    } catch (error) {
      failure = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
      if (/No space left on device/.test(failure)) throw diskFull(cluster.directory, error);
      if (/Permission denied|Read-only file system/.test(failure)) throw notWritable(cluster.directory, error);
    }
  }
  throw new EmbeddedDatabaseError('NOT_STARTED', `Die Datenbank ließ sich nicht einrichten: ${failure.trim()}`);
}

async function runInitdb(cluster: NewCluster, data: string, locale: readonly string[]): Promise<void> {
  const directory = await directoryArgument(cluster.account, data);
  const options = [
    `--pgdata=${directory}`,
    `--username=${superuserName}`,
    `--pwfile=${directory}/../password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--text-search-config=german',
    '--data-checksums',
    '--no-instructions',
    ...(cluster.durable ? [] : ['--no-sync']),
    ...locale,
  ];
  await run(cluster.initdb, options, { cwd: data, env: { TZ: 'UTC', LC_ALL: 'C' }, ...asAccount(cluster.account) });
}

/** The superuser's password, made once and readable for the owner of the data alone. */
export async function keepPassword(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'postgres.password');
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known !== null) return known.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}
