import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entities, readinessOf, startApi } from '#apps/api';
import { startWorker } from '#apps/worker';
import { CapturedMailsModule } from '#notifications';
import { SystemClock } from '#platform/clock';
import { parseConfig, type Config, type SignInConfig } from '#platform/config';
import { bootstrapDatabase, Database, PublicDatabase, runMigrations, type DatabaseUrls } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { serveMetrics } from '#platform/metrics';
import { migrations } from '#migrations';
import { createDemoData } from './demo/demo-data.js';
import { demoPeople } from './demo/people.js';
import { startEmbeddedDatabase } from './embedded-database/index.js';
import {
  assertIdentityProviderAllowed,
  createIdentityProvider,
  IDENTITY_PATH,
  keepProviderKeys,
  mountIdentityProvider,
  type IdentityProvider,
} from './identity/index.js';
import { identityOf } from './demo/demo-identities.js';
import { assertPortIsFree } from './port.js';

export interface Standalone {
  readonly address: string;
  /** Resolves when the database ends, asked or not: nothing works without it. */
  readonly databaseEnded: Promise<void>;
  /** Stops everything in the reverse order of its start; safe to call twice. */
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onProgress: (message: string) => void;
}

type Stop = () => Promise<void>;

/** Requests and eight jobs at a time share it. */
const POOL = 20;
const CLIENT = 'konferenzmappe';
const webDirectory = fileURLToPath(new URL('../../../web', import.meta.url));

/** The whole product in one process on one machine. */
export async function startStandalone({ environment, onProgress }: StandaloneOptions): Promise<Standalone> {
  const settings = parseConfig({ DATABASE_URL: 'postgres://embedded', ...environment });
  if (settings.signIn === null) {
    const askedForByName = environment['KM_DEMO_IDENTITY'];
    assertIdentityProviderAllowed({ nodeEnv: settings.nodeEnv, externalIssuer: null, askedForByName });
  }
  await assertPortIsFree(settings.host, settings.port);
  const stops: Stop[] = [];
  const stop = once(async () => {
    for (const each of stops.reverse()) await each();
  });
  try {
    const { ended } = await bringUp(settings, onProgress, stops);
    return { address: settings.publicUrl, databaseEnded: ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  settings: Config,
  onProgress: (message: string) => void,
  stops: Stop[],
): Promise<PreparedDatabase> {
  const { urls, ended } = await prepareDatabase(settings, onProgress, stops);
  const database = await Database.open({ url: urls.appUrl, entities, poolSize: POOL });
  stops.push(() => database.close());
  const publicDatabase = PublicDatabase.open(urls.publicUrl);
  stops.push(() => publicDatabase.close());
  const config: Config = { ...settings, databaseUrl: urls.appUrl, databasePublicUrl: urls.publicUrl };
  const ground = { config, database, clock: new SystemClock(), logger: createLogger(config.logLevel) };
  // Whoever signs in with an issuer of their own works with data of their own.
  if (config.signIn === null) await createDemoData({ ...ground, onProgress });
  onProgress('Dienste werden gestartet');
  const signIn = await prepareSignIn(config);
  // Before the door opens: whoever finds it open finds everything at work.
  const worker = await startWorker(ground);
  stops.push(async () => void (await worker.stop()));
  const { metrics: place } = config;
  if (place !== null) {
    const metrics = await serveMetrics({ ...place, logger: ground.logger, readings: worker.readings });
    stops.push(() => metrics.stop());
  }
  const api = await startApi({
    ...ground,
    publicDatabase,
    signIn: signIn.client,
    readiness: readinessOf(database, config.redisUrl),
    anonymousPaths: signIn.provider === null ? [] : [IDENTITY_PATH],
    webDirectory,
    modules: config.smtpUrl === null ? [CapturedMailsModule] : [],
    prepare: (server) => {
      const { provider } = signIn;
      if (provider !== null) mountIdentityProvider(server, () => provider);
    },
  });
  stops.push(() => api.stop());
  return { urls, ended };
}

interface PreparedDatabase {
  readonly urls: DatabaseUrls;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
}

async function prepareDatabase(
  settings: Config,
  onProgress: (message: string) => void,
  stops: Stop[],
): Promise<PreparedDatabase> {
  const dataDirectory = resolve(settings.dataDirectory);
  const embedded = await startEmbeddedDatabase({ dataDirectory, onProgress });
  stops.push(() => embedded.stop());
  const secret = (): string => randomBytes(24).toString('base64url');
  const urls = await bootstrapDatabase({
    superuserUrl: embedded.superuserUrl,
    databaseName: 'konferenzmappe',
    // Nobody outside this process needs them: made anew at every start, kept nowhere.
    passwords: { owner: secret(), app: secret(), public: secret() },
  });
  const applied = await runMigrations(urls.ownerUrl, migrations);
  if (applied.length > 0) onProgress(`Datenbank eingerichtet (${applied.length} Schritte)`);
  await migrateJobs(urls.ownerUrl);
  return { urls, ended: embedded.ended };
}

interface PreparedSignIn {
  readonly client: SignInConfig;
  /** Null when people sign in with an issuer outside. */
  readonly provider: IdentityProvider | null;
}

async function prepareSignIn({ publicUrl, dataDirectory, signIn }: Config): Promise<PreparedSignIn> {
  if (signIn !== null) return { client: signIn, provider: null };
  const directory = join(resolve(dataDirectory), 'identity');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const keys = await keepProviderKeys(directory);
  const issuer = `${publicUrl}${IDENTITY_PATH}`;
  const provider = await createIdentityProvider({
    issuer,
    clientId: CLIENT,
    redirectUri: `${publicUrl}/auth/callback`,
    postLogoutRedirectUri: `${publicUrl}/auth/logged-out`,
    people: demoPeople.map(identityOf),
    keys,
  });
  return { client: { issuer, clientId: CLIENT, clientSecret: keys.clientSecret }, provider };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}
