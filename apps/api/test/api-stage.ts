import { createServer, type AddressInfo } from 'node:net';
import { SignInSessions } from '#platform/auth';
import { parseConfig } from '#platform/config';
import { PublicDatabase } from '#platform/database';
import { createLogger } from '#platform/logging';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { entities } from '../src/business-modules.js';
import { readinessOf, startApi } from '../src/index.js';
import { Caller } from './caller.js';

export interface ApiSettings {
  readonly nodeEnv?: 'test' | 'production' | 'development';
  /** Identity provider; one that does not answer unless the spec is about signing in. */
  readonly issuer?: string;
}

/** The API as it runs in production, on a database and a port of its own, with people signed in by their sessions. */
export interface ApiStage extends ConferenceStage {
  readonly address: string;
  /** Every line the process logged, as it was written. */
  readonly log: readonly string[];
  /** Every route of the server: "GET /healthz". */
  readonly routes: readonly string[];
  readonly nobody: Caller;
  /** Signed in as the person whose mail address begins like this: "koordination.he", "geschaeftsstelle". */
  as(mail: string): Promise<Caller>;
}

export const SIGN_IN_CLIENT = { clientId: 'konferenzmappe', clientSecret: 'a secret of this test' };

export async function anApiStage({ nodeEnv = 'test', issuer }: ApiSettings = {}): Promise<ApiStage> {
  const stage = await aConferenceStage(entities);
  const { database, clock, testDatabase } = stage;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log: string[] = [];
  const routes: string[] = [];
  const publicDatabase = PublicDatabase.open(testDatabase.publicUrl, 2);
  const api = await startApi({
    config: parseConfig({
      DATABASE_URL: testDatabase.appUrl,
      NODE_ENV: nodeEnv,
      PORT: String(port),
      PUBLIC_URL: address,
    }),
    database,
    publicDatabase,
    clock,
    logger: createLogger('trace', { write: (line) => void log.push(line) }),
    signIn: { issuer: issuer ?? 'http://127.0.0.1:9', ...SIGN_IN_CLIENT },
    readiness: readinessOf(database, null),
    anonymousPaths: [],
    webDirectory: null,
    prepare: (server) => {
      server.addHook(
        'onRoute',
        ({ method, url }) => void routes.push(...[method].flat().map((each) => `${each} ${url}`)),
      );
    },
  });
  const sessions = new SignInSessions(database, clock);
  return {
    ...stage,
    address,
    log,
    routes,
    nobody: new Caller(address, null),
    as: async (mail) => new Caller(address, await sessions.begin(stage.person(mail).personId ?? '', null)),
    close: async () => {
      await api.stop();
      await publicDatabase.close();
      await stage.close();
    },
  };
}

/** Known before the start, because the public address is part of the settings. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
