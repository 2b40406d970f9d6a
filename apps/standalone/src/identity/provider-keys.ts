import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { StartRefused } from '../port.js';

/** What must be the same after a restart: tokens signed yesterday are still checked today. */
export interface ProviderKeys {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookieKeys: readonly string[];
  /** Of the one client, the api of the same process. */
  readonly clientSecret: string;
}

const stored = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }),
  cookieKeys: z.array(z.string().min(1)).min(1),
  clientSecret: z.string().min(1),
});

/** The keys kept in this directory; made at the first start, readable by nobody else. */
export async function keepProviderKeys(directory: string): Promise<ProviderKeys> {
  const file = join(directory, 'identity-keys.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return makeKeys(directory, file);
  const parsed = stored.safeParse(parseJson(text));
  if (parsed.success) return parsed.data as ProviderKeys;
  throw new StartRefused(
    `Die Schlüssel der Vorführ-Anmeldung sind beschädigt: ${file}. Löschen Sie die Datei; sie wird neu erzeugt.`,
  );
}

async function makeKeys(directory: string, file: string): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const secret = (): string => randomBytes(32).toString('base64url');
  const key = { ...(await exportJWK(privateKey)), kid: secret(), use: 'sig', alg: 'RS256' };
  const keys = { jwks: { keys: [key] }, cookieKeys: [secret()], clientSecret: secret() };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.partial`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.partial`, file);
  return keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
