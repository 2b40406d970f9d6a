import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { organisationEntities, SYSTEM } from '#organisation';
import { Database, databaseUrls, urlFor, type DatabaseUrls } from '#platform/database';
import { RedisServer } from '#testing';
import { roomForData } from '#testing/tools';
import { identityOf } from '../../src/demo/demo-identities.js';
import { demoPeople, insertDemoPeople } from '../../src/demo/people.js';
import { startEmbeddedDatabase } from '../../src/embedded-database/index.js';
import {
  createIdentityProvider,
  IDENTITY_PATH,
  keepProviderKeys,
  mountIdentityProvider,
  type IdentityProvider,
} from '../../src/identity/index.js';
import { FrontDoor } from './front-door.js';
import { RunningProcess, type Environment } from './running-process.js';

export interface RunningApi {
  readonly process: RunningProcess;
  readonly port: number;
}

const DATABASE = 'konferenzmappe';
const CLIENT = 'konferenzmappe';

/** What several machines share, as docker-compose.yml has it: PostgreSQL, Redis, sign-in and the door in front. */
export class MachineRoom {
  readonly processes: RunningProcess[] = [];

  private constructor(
    readonly door: FrontDoor,
    private readonly environment: Environment,
    private readonly overseer: Client,
    private readonly cleaning: Cleaning,
  ) {}

  static async furnish(): Promise<MachineRoom> {
    await RunningProcess.finish('scripts/prepare.mjs');
    const cleaning: Cleaning = [];
    try {
      return await furnish(cleaning, (...parts) => new MachineRoom(...parts, cleaning));
    } catch (error) {
      await clean(cleaning);
      throw error;
    }
  }

  async startApi(): Promise<RunningApi> {
    const started = this.start('dist/apps/api/src/main.js', { SMTP_URL: 'smtp://127.0.0.1:1' });
    const { port } = await started.logged('api started');
    return { process: started, port: Number(port) };
  }

  async startWorker(smtpUrl: string): Promise<RunningProcess> {
    const started = this.start('dist/apps/worker/src/main.js', { SMTP_URL: smtpUrl });
    await started.logged('worker started');
    return started;
  }

  /** What a running process tells of its measures. */
  async scrape(process: RunningProcess): Promise<string> {
    const { port } = await process.logged('metrics told');
    return (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
  }

  /** Runs a program of the build to its end, with the same settings as all others. */
  async run(program: string, args: readonly string[] = []): Promise<string> {
    return RunningProcess.finish(program, this.environment, args);
  }

  /** Past all rules. */
  async ask<Row>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    return (await this.overseer.query(text, values)).rows as Row[];
  }

  /** How many wait until somebody else lets go. (`pg_stat_activity` shows a transaction no connection younger than it.) */
  async waitingForLocks(): Promise<number> {
    return (await this.ask('SELECT FROM pg_locks WHERE NOT granted')).length;
  }

  async clear(): Promise<void> {
    await Promise.all(this.processes.filter(({ isRunning }) => isRunning).map((each) => each.kill()));
    await clean(this.cleaning);
  }

  private start(program: string, environment: Environment): RunningProcess {
    const started = RunningProcess.start(program, { ...this.environment, ...environment });
    this.processes.push(started);
    return started;
  }
}

/** What to put away, the last first. */
type Cleaning = (() => Promise<unknown>)[];

async function clean(cleaning: Cleaning): Promise<void> {
  for (const step of cleaning.splice(0).reverse()) await step();
}

async function furnish(
  cleaning: Cleaning,
  room: (door: FrontDoor, environment: Environment, overseer: Client) => MachineRoom,
): Promise<MachineRoom> {
  const directory = await mkdtemp(join(roomForData(), 'km-scale-'));
  cleaning.push(() => rm(directory, { recursive: true, force: true }));
  const postgres = await startEmbeddedDatabase({ dataDirectory: directory, durable: false });
  cleaning.push(() => postgres.stop());
  const redis = await RedisServer.start();
  cleaning.push(() => redis.stop());
  const door = await FrontDoor.open();
  cleaning.push(() => door.close());
  const { server, issuer, clientSecret } = await offerSignIn(directory, door.url);
  cleaning.push(() => server.close());
  const secret = (): string => randomBytes(12).toString('hex');
  const passwords = { owner: secret(), app: secret(), public: secret() };
  const urls = databaseUrls({ superuserUrl: postgres.superuserUrl, databaseName: DATABASE, passwords });
  await migrate(postgres.superuserUrl, urls, door.url);
  const overseer = new Client({ connectionString: urlFor(postgres.superuserUrl, DATABASE) });
  await overseer.connect();
  cleaning.push(() => overseer.end());
  const environment = {
    NODE_ENV: 'production',
    PORT: '0',
    PUBLIC_URL: door.url,
    DATABASE_URL: urls.appUrl,
    REDIS_URL: redis.url,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT,
    OIDC_CLIENT_SECRET: clientSecret,
    DATA_DIR: directory,
    METRICS_PORT: '0',
  };
  return room(door, environment, overseer);
}

export async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 1500; turn += 1) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error(`It never came to this: ${what}`);
}

/** The identity provider of the demo as a server of its own, where Compose has Keycloak. */
async function offerSignIn(
  directory: string,
  publicUrl: string,
): Promise<{ readonly server: FastifyInstance; readonly issuer: string; readonly clientSecret: string }> {
  const keys = await keepProviderKeys(join(directory, 'identity'));
  const server = fastify();
  let provider: IdentityProvider | null = null;
  mountIdentityProvider(server, () => {
    if (provider === null) throw new Error('Nobody signs in before the provider is there');
    return provider;
  });
  const issuer = `${await server.listen({ port: 0, host: '127.0.0.1' })}${IDENTITY_PATH}`;
  provider = await createIdentityProvider({
    issuer,
    clientId: CLIENT,
    redirectUri: `${publicUrl}/auth/callback`,
    postLogoutRedirectUri: `${publicUrl}/auth/logged-out`,
    people: demoPeople.map(identityOf),
    keys,
  });
  return { server, issuer, clientSecret: keys.clientSecret };
}

/** By the program that Compose runs, from a server that knows neither roles nor database; then the people of the demo. */
async function migrate(superuserUrl: string, urls: DatabaseUrls, publicUrl: string): Promise<void> {
  await RunningProcess.finish('dist/apps/api/src/migrate.js', {
    NODE_ENV: 'production',
    PUBLIC_URL: publicUrl,
    DATABASE_SUPERUSER_URL: superuserUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_URL: urls.appUrl,
    DATABASE_PUBLIC_URL: urls.publicUrl,
  });
  const database = await Database.open({ url: urls.appUrl, entities: organisationEntities });
  try {
    await database.write(SYSTEM, (tx) => insertDemoPeople(tx));
  } finally {
    await database.close();
  }
}
