import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

import { redisServerPath } from '../tools/index.js';

/** A real Redis of one spec file, on a free port, as production has it: append-only file, nothing evicted. */
export type RedisServer = {
  readonly url: string;
  /** Loses everything, as a Redis without its files would. */
  flush(): Promise<void>;
  stop(): Promise<void>;
};

export async function startRedisServer(): Promise<RedisServer> {
  const directory = await mkdtemp(join(tmpdir(), 'km-redis-'));
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const server = spawn(redisServerPath(), ['--port', String(port), '--dir', directory, ...settings], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  await answers(url, server);
  return {
    url,
    flush: () => withClient(url, (client) => client.flushall()),
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      if (server.exitCode === null && server.signalCode === null) await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function withClient(url: string, work: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(url);
  try {
    await work(client);
  } finally {
    client.disconnect();
  }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    for (let turn = 0; turn < 500 && server.exitCode === null; turn++) {
      if (client.status === 'ready' && (await client.ping()) === 'PONG') return;
      await sleep(20);
    }
    throw new Error('redis-server did not start');
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
