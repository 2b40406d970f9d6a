import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
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
export async function chooseServerAccount(clusterDirectory: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await listAccounts();
  const owner = await stat(clusterDirectory).catch(() => null);
  const candidates = [
    ...accounts.filter(({ uid }) => owner !== null && owner.uid !== 0 && uid === owner.uid),
    ...preferredAccounts.flatMap((name) => accounts.filter((account) => account.name === name)),
  ];
  for (const account of candidates) {
    if (account.uid !== 0 && (await mayBecome(account))) return account;
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

/** Asks the kernel, not the mode bits: parents, ACLs and mounts all count. */
export async function mayReach(account: ServerAccount, path: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -r "$1"', 'sh', path], { cwd: '/', env: {}, ...asAccount(account) });
    return true;
  } catch {
    return false;
  }
}

/** In some containers only root exists, and no other user can be switched to. */
async function mayBecome(account: NonNullable<ServerAccount>): Promise<boolean> {
  return mayReach(account, '/');
}

async function listAccounts(): Promise<NonNullable<ServerAccount>[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid && !line.startsWith('#') ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
