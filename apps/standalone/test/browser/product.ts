import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '#platform/config';
import { roomForData } from '#testing/tools';

const start = fileURLToPath(new URL('../../../../scripts/start.mjs', import.meta.url));
const READY = /Konferenzmappe ist bereit: (http:\/\/\S+)/;

export interface Product {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the product as a newcomer does, on a free port and with data of its own. */
export async function startProduct(): Promise<Product> {
  const dataDirectory = await mkdtemp(join(roomForData(), 'konferenzmappe-browser-'));
  const environment = { ...processEnvironment(), PORT: String(await freePort()), DATA_DIR: dataDirectory };
  const child = spawn(process.execPath, [start], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDirectory, { recursive: true, force: true });
  };
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = READY.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The product did not start:\n${said}`)));
  });
  try {
    return { address: await ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}
