import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities, readinessOf, startApi, type RunningApi } from '#apps/api';
import { SystemClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/logging';
import { createTestDatabase, seedPeople, type TestDatabase } from '#testing';
import { Visitor } from '#testing/sign-in';
import {
  createIdentityProvider,
  IDENTITY_PATH,
  keepProviderKeys,
  mountIdentityProvider,
} from '../src/identity/index.js';

const mail = 'koordination.he@konferenzmappe.example';
const person = { subject: mail, mail, name: 'Katharina Vogt', group: 'Koordination', office: 'Hessen' };

let testDatabase: TestDatabase;
let database: Database;
let directory: string;
let api: RunningApi;
let address: string;

/** Application and provider on one port, as the standalone product starts them. */
async function start(port: number): Promise<void> {
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl, PORT: String(port) });
  const keys = await keepProviderKeys(directory);
  const issuer = `${config.publicUrl}${IDENTITY_PATH}`;
  const provider = await createIdentityProvider({
    issuer,
    clientId: 'konferenzmappe',
    redirectUri: `${config.publicUrl}/auth/callback`,
    postLogoutRedirectUri: `${config.publicUrl}/auth/logged-out`,
    people: [person],
    keys,
  });
  api = await startApi({
    config,
    database,
    publicDatabase: null,
    clock: new SystemClock(),
    logger: createLogger('silent'),
    signIn: { issuer, clientId: 'konferenzmappe', clientSecret: keys.clientSecret },
    readiness: readinessOf(database, null),
    anonymousPaths: [IDENTITY_PATH],
    webDirectory: null,
    prepare: (server) => mountIdentityProvider(server, () => provider),
  });
  address = config.publicUrl;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function nameOf(visitor: Visitor): Promise<unknown> {
  const { text } = await visitor.send('POST', `${address}/graphql`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { person { name } capacities { role } } }' }),
  });
  return (JSON.parse(text) as { data: unknown }).data;
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await seedPeople(testDatabase);
  database = await Database.open({ url: testDatabase.appUrl, entities });
  directory = await mkdtemp(join(tmpdir(), 'km-sign-in-'));
  await start(await freePort());
});

afterAll(async () => {
  await api?.stop();
  await database?.close();
  await testDatabase?.drop();
  await rm(directory, { recursive: true, force: true });
});

const login = (): string => `${address}/auth/login?login_hint=${mail}`;

describe('the product with its own identity provider', () => {
  it('signs in whom the login hint names, by redirects alone', async () => {
    const visitor = new Visitor();
    await visitor.get(login());
    expect(visitor.cookie('km_session')).not.toBeNull();
    expect(await nameOf(visitor)).toMatchObject({ viewer: { capacities: [{ role: 'PARTY_COORDINATOR' }] } });
  });

  it('signs in whom somebody chooses from the list', async () => {
    const visitor = new Visitor();
    const page = await visitor.get(`${address}/auth/login`);
    const answer = await visitor.send('POST', /action="([^"]+)"/.exec(page.text)?.[1] ?? '', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
      body: new URLSearchParams({ subject: person.subject }).toString(),
    });
    await visitor.get(new URL(answer.headers.get('location') ?? '', answer.url));
    expect(await nameOf(visitor)).not.toBeNull();
  });

  it('signs out without asking the provider, which remembers nobody', async () => {
    const visitor = new Visitor();
    await visitor.get(login());
    const { headers } = await visitor.send('POST', `${address}/auth/logout`, { headers: { origin: address } });
    expect(headers.get('location')).toBe('/auth/logged-out');
    expect(await nameOf(visitor)).toBeNull();
  });

  it('keeps everybody signed in over a restart', async () => {
    const visitor = new Visitor();
    await visitor.get(login());
    await api.stop();
    await start(api.port);
    expect(await nameOf(visitor)).not.toBeNull();
    const another = new Visitor();
    await another.get(login());
    expect(await nameOf(another)).not.toBeNull();
  });

  it('knows its people under another address, too', async () => {
    await api.stop();
    await start(await freePort());
    const visitor = new Visitor();
    await visitor.get(login());
    expect(await nameOf(visitor)).not.toBeNull();
  });
});
