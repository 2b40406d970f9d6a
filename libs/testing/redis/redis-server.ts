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
export class RedisServer {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly directory: string,
  ) {}

  static async start(): Promise<RedisServer> {
    const redis = new RedisServer(await freePort(), await mkdtemp(join(tmpdir(), 'km-redis-')));
    await redis.resume();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Loses everything, as a Redis without its files would. */
  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  /** Goes away without warning; what was written is in its file. */
  async vanish(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  /** Comes back on the same port with the same data. */
  async resume(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
    const place = ['--port', String(this.port), '--dir', this.directory];
    this.server = spawn(redisServerPath(), [...place, ...settings], { stdio: 'ignore' });
    await answers(this.url, this.server);
  }

  async stop(): Promise<void> {
    await this.vanish();
    await rm(this.directory, { recursive: true, force: true });
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
