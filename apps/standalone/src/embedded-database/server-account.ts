import { execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { EmbeddedDatabaseError } from './embedded-database-error.js';

const run = promisify(execFile);

/** The user PostgreSQL runs as; null means the user of this process. */
export type ServerAccount = { readonly name: string; readonly uid: number; readonly gid: number } | null;

/** `nobody` exists nearly everywhere; `postgres` is better where a package has made it. */
const preferredAccounts = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the data already, else an
 * existing account without rights. No account is created; the machine stays as it is.
 */
export async function chooseServerAccount(dataDirectory: string, clusterDirectory: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await listAccounts();
  const candidates = [
    // A number is enough to run a server on its own data; only setting one up needs a name.
    ...(await ownerOf(clusterDirectory)).map(({ uid, gid }) => ({ name: String(uid), uid, gid })),
    ...(await ownerOf(dataDirectory)).flatMap((owner) => accounts.filter(({ uid }) => uid === owner.uid)),
    ...preferredAccounts.flatMap((name) => accounts.filter((account) => account.name === name)),
  ];
  for (const account of candidates) {
    // In some containers only root exists, and no other user can be switched to.
    if (account.uid !== 0 && (await mayReach(account, '/'))) return account;
  }
  throw new EmbeddedDatabaseError(
    'NO_ACCOUNT',
    'PostgreSQL läuft nicht als root, und auf diesem Rechner gibt es kein Konto „postgres“ oder „nobody“, das es nutzen könnte; bitte als gewöhnlicher Benutzer starten.',
  );
}

/** Spawn options that start a process under the account. */
export function asAccount(account: ServerAccount): { readonly uid?: number; readonly gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

export async function giveTo(account: ServerAccount, path: string): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

/** Asks the kernel, not the mode bits: parents, ACLs and mounts all count. */
export async function mayReach(account: ServerAccount, path: string, from = '/'): Promise<boolean> {
  if (account === null) return true;
  try {
    await run('/bin/sh', ['-c', 'test -r "$1" && test -x "$1/."', 'sh', path], {
      cwd: from,
      env: {},
      ...asAccount(account),
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * How the server names its own directory. Where its account cannot walk the path (root's home), Linux still lets it
 * name the directory it was started in, so that the data stay where the user put them.
 */
export async function directoryArgument(account: ServerAccount, directory: string): Promise<string> {
  if (await mayReach(account, directory)) return directory;
  const startedIn = '/proc/self/cwd';
  if (await mayReach(account, startedIn, directory)) return startedIn;
  throw new EmbeddedDatabaseError(
    'NO_ACCOUNT',
    `Das Konto „${account?.name ?? ''}“, unter dem PostgreSQL für root läuft, kann ${directory} nicht betreten; bitte als gewöhnlicher Benutzer starten oder mit DATA_DIR ein anderes Verzeichnis wählen.`,
  );
}

/** None when the path does not exist yet or belongs to root. */
async function ownerOf(path: string): Promise<{ readonly uid: number; readonly gid: number }[]> {
  const found = await stat(path).catch(() => null);
  return found === null || found.uid === 0 ? [] : [{ uid: found.uid, gid: found.gid }];
}

async function listAccounts(): Promise<NonNullable<ServerAccount>[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid && !line.startsWith('#') ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
