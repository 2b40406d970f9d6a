import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, lchown, lstat, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import {
  damaged,
  diskFull,
  EmbeddedDatabaseError,
  errorCode,
  explainServerLog,
  notWritable,
} from './embedded-database-error.js';
import { asAccount, directoryArgument, giveTo, type ServerAccount } from './server-account.js';

const run = promisify(execFile);

const serverMajorVersion = 18;
export const superuserName = 'postgres';

const mebibyte = 1024 * 1024;
/** A new cluster takes 40 MiB and its log the same again; a running one needs room for the next piece of its log. */
const freeSpaceNeeded = { newCluster: 100 * mebibyte, existingCluster: 20 * mebibyte };

/** German order of words from ICU; where its data are missing, the order of code points. */
const localeChoices = [
  ['--locale-provider=icu', '--icu-locale=de-DE', '--locale=C'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
];

/** False when there is no cluster yet; throws when what lies there cannot be started. */
export async function inspectCluster(directory: string): Promise<boolean> {
  const entries = await clusterEntries(directory);
  const { bavail, bsize } = await statfs(dirname(directory));
  const isNew = entries.length === 0;
  if (bavail * bsize < freeSpaceNeeded[isNew ? 'newCluster' : 'existingCluster']) throw diskFull(directory);
  if (isNew) return false;
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(version, 10);
  if (Number.isNaN(major)) throw damaged(directory, 'die Datei PG_VERSION fehlt oder ist unlesbar');
  if (major !== serverMajorVersion) throw otherVersion(directory, major);
  for (const part of ['global/pg_control', 'postgresql.conf', 'pg_hba.conf', 'pg_wal', 'pg_xact', 'base']) {
    if ((await stat(join(directory, part)).catch(() => null)) === null) throw damaged(directory, `${part} fehlt`);
  }
  // The server would start without them, and fail at the first question.
  const databases = (await readdir(join(directory, 'base'))).filter((name) => /^\d+$/.test(name));
  if (databases.length < 3) throw damaged(directory, 'in base fehlen Datenbanken');
  for (const part of databases.flatMap((name) => [`base/${name}/PG_VERSION`, `base/${name}/pg_filenode.map`])) {
    if ((await stat(join(directory, part)).catch(() => null)) === null) throw damaged(directory, `${part} fehlt`);
  }
  return true;
}

async function clusterEntries(directory: string): Promise<string[]> {
  const found = await stat(directory).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw notWritable(directory, error);
  });
  if (found === null) return [];
  if (!found.isDirectory()) throw damaged(directory, 'es ist kein Verzeichnis');
  const me = process.getuid?.() ?? 0;
  if (me !== 0 && found.uid !== me) {
    throw new EmbeddedDatabaseError(
      'FOREIGN_OWNER',
      `Das Datenbankverzeichnis ${directory} gehört einem anderen Benutzer (Nummer ${found.uid}); bitte unter diesem oder als root starten oder mit DATA_DIR ein anderes Verzeichnis wählen.`,
    );
  }
  return readdir(directory);
}

function otherVersion(directory: string, major: number): EmbeddedDatabaseError {
  const newer = major > serverMajorVersion;
  return new EmbeddedDatabaseError(
    newer ? 'NEWER_VERSION' : 'OLDER_VERSION',
    `Das Datenbankverzeichnis ${directory} stammt von PostgreSQL ${major}, dieses Programm bringt PostgreSQL ${serverMajorVersion} mit; ` +
      (newer ? 'bitte eine neuere Fassung des Programms starten.' : 'bitte die Daten mit pg_dump übertragen.'),
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
  const partial = `${cluster.directory}.partial-${randomBytes(4).toString('hex')}`;
  const data = join(partial, 'data');
  await removeAbandoned(cluster.directory);
  try {
    for (const directory of [partial, data]) {
      await mkdir(directory, { mode: 0o700 });
      await giveTo(cluster.account, directory);
    }
    await writeFile(join(partial, 'password'), cluster.password, { mode: 0o600 });
    await giveTo(cluster.account, join(partial, 'password'));
    await initialise(cluster, data);
    await rm(cluster.directory, { recursive: true, force: true });
    await rename(data, cluster.directory);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** What earlier starts left when they were killed while setting up. */
async function removeAbandoned(directory: string): Promise<void> {
  const siblings = await readdir(dirname(directory));
  for (const name of siblings.filter((sibling) => sibling.startsWith(`${basename(directory)}.partial-`))) {
    await rm(join(dirname(directory), name), { recursive: true, force: true });
  }
}

async function initialise(cluster: NewCluster, data: string): Promise<void> {
  let failure = new EmbeddedDatabaseError('NOT_STARTED', 'Die Datenbank ließ sich nicht einrichten.');
  for (const locale of localeChoices) {
    try {
      return await runInitdb(cluster, data, locale);
    } catch (error) {
      const output =
        typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
      failure = explainServerLog(output, cluster.directory, dirname(cluster.directory));
      if (failure.fault !== 'NOT_STARTED' && failure.fault !== 'DAMAGED') throw failure;
      failure = new EmbeddedDatabaseError(
        'NOT_STARTED',
        `Die Datenbank ließ sich nicht einrichten: ${output.trim().split('\n').at(-1) ?? ''}`,
      );
    }
  }
  throw failure;
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

/** Files copied back from a backup may have lost their owner, and their directory its mode; the server insists on both. */
export async function restoreOwnership(directory: string, account: ServerAccount): Promise<void> {
  await chmod(directory, 0o700);
  if (account === null) return;
  const entries = await readdir(directory, { recursive: true });
  for (const path of [directory, ...entries.map((entry) => join(directory, entry))]) {
    if ((await lstat(path)).uid !== account.uid) await lchown(path, account.uid, account.gid);
  }
}
