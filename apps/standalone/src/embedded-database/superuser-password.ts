import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { superuserName } from './cluster-files.js';
import { asAccount, directoryArgument, type ServerAccount } from './server-account.js';

export type SuperuserPassword = { readonly password: string; readonly isNew: boolean };

/** Made once, and readable for the owner of the data directory alone. */
export async function keepPassword(dataDirectory: string): Promise<SuperuserPassword> {
  const file = join(dataDirectory, 'postgres.password');
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (known !== '') return { password: known, isNew: false };
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return { password, isNew: true };
}

/** For data whose password file got lost: whoever owns the files may set a new one without knowing the old. */
export async function resetPassword(
  postgres: string,
  clusterDirectory: string,
  account: ServerAccount,
  password: string,
): Promise<void> {
  const directory = await directoryArgument(account, clusterDirectory);
  const child = spawn(postgres, ['--single', '-D', directory, 'postgres'], {
    cwd: clusterDirectory,
    env: { TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'ignore'],
    ...asAccount(account),
  });
  child.stdin.end(`ALTER ROLE ${superuserName} PASSWORD '${password}';\n`);
  await once(child, 'exit');
}
