import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Global, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FixedClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database, DatabaseModule, newId, SYSTEM_ACTOR } from '#platform/database';
import { createLogger, LOGGER } from '#platform/logging';
import { organisationEntities } from '#organisation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { generateKeyPair } from 'jose';
import { CANCEL, TestIssuer, Visitor, type Page } from '#testing/sign-in';
import { graphqlOptions } from '../graphql/graphql-options.js';
import { AuthModule } from './index.js';

const morning = new Date();
const hoursLater = (hours: number): Date => new Date(morning.getTime() + hours * 3_600_000);
const options = {
  publicUrl: 'http://127.0.0.1',
  issuer: '',
  clientId: 'konferenzmappe',
  clientSecret: 'a secret of this test',
  bearerAudiences: ['konferenzmappe-api'],
  anonymousPaths: ['/assets'],
};

/** What is asked behind the guard: who am I, and do something. */
@Controller('probe')
class ProbeController {
  @Get() read(): string {
    return 'gelesen';
  }
  @Post() write(): string {
    return 'geschrieben';
  }
}

let testDatabase: TestDatabase;
let database: Database;
let issuer: TestIssuer;
let application: NestFastifyApplication;
const clock = new FixedClock(morning);
const rike = newId();

const logger = createLogger('silent');

@Global()
@Module({ providers: [{ provide: LOGGER, useValue: logger }], exports: [LOGGER] })
class LoggingModule {}

async function startApplication(): Promise<void> {
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl });
  const graphql = GraphQLModule.forRoot(graphqlOptions(config, logger));
  const imports = [DatabaseModule.with(database, clock), LoggingModule, AuthModule.with(options), graphql];
  @Module({ imports, controllers: [ProbeController] })
  class ApplicationModule {}

  const adapter = new FastifyAdapter({ genReqId: () => newId() });
  application = await NestFactory.create<NestFastifyApplication>(ApplicationModule, adapter, { logger: false });
  await application.listen(0, '127.0.0.1');
  options.publicUrl = (await application.getUrl()).replace('[::1]', '127.0.0.1');
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: organisationEntities });
  issuer = await TestIssuer.start();
  options.issuer = issuer.issuer;
  await startApplication();
  await issuer.serve({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    redirectUri: `${options.publicUrl}/auth/callback`,
    postLogoutRedirectUri: `${options.publicUrl}/auth/logged-out`,
  });
});

afterAll(async () => {
  await application?.close();
  await issuer?.stop();
  await database?.close();
  await testDatabase?.drop();
});

beforeEach(async () => {
  clock.moveTo(morning);
  issuer.accounts.clear();
  issuer.accounts.set('subject-of-rike', { email: 'Rike.Sommer@land.example', email_verified: true });
  await database.write(SYSTEM_ACTOR, async (tx) => {
    await tx.execute(
      `INSERT INTO people (id, name, mail) VALUES ($1, 'Rike Sommer', 'rike.sommer@land.example')
       ON CONFLICT (id) DO UPDATE SET mail = excluded.mail`,
      [rike],
    );
  });
});

const address = (path: string): string => `${options.publicUrl}${path}`;
const login = (subject: string, returnTo = '/probe'): string =>
  address(`/auth/login?${new URLSearchParams({ login_hint: subject, returnTo }).toString()}`);

async function signedIn(subject = 'subject-of-rike'): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.get(login(subject));
  return visitor;
}

/** Walks to the provider and as far back as the address of the callback, without opening it. */
async function callbackFor(visitor: Visitor, subject = 'subject-of-rike', returnTo = '/probe'): Promise<URL> {
  let url = new URL(login(subject, returnTo));
  for (let hop = 0; hop < 10 && url.pathname !== '/auth/callback'; hop += 1) {
    url = next(await visitor.send('GET', url));
  }
  return url;
}

const next = ({ headers, url }: Page): URL => new URL(headers.get('location') ?? '', url);

/** What /probe answers: 200 to somebody signed in, 401 to nobody. */
const statusOf = async (visitor: Visitor): Promise<number> => (await visitor.send('GET', address('/probe'))).status;

async function viewer(visitor: Visitor, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const body = JSON.stringify({ query: '{ viewer { person { name } capacities { role } } }' });
  const page = await visitor.send('POST', address('/graphql'), {
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return JSON.parse(page.text) as unknown;
}

describe('signing in', () => {
  it('leads through the provider back to where the person wanted to go', async () => {
    const visitor = new Visitor();
    const page = await visitor.get(login('subject-of-rike', '/probe?seite=2'));
    expect(page).toMatchObject({ status: 200, text: 'gelesen' });
    expect(page.url.href).toBe(address('/probe?seite=2'));
  });

  it('leaves a cookie that no script reads and no other website sends', async () => {
    const visitor = new Visitor();
    const page = await visitor.send('GET', await callbackFor(visitor));
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^km_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('asks the provider for a code with PKCE, state and nonce', async () => {
    const url = next(await new Visitor().send('GET', login('subject-of-rike')));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.any(String),
      login_hint: 'subject-of-rike',
    });
  });

  it('works in several tabs at once', async () => {
    const visitor = new Visitor();
    const firstAtProvider = next(await visitor.send('GET', login('subject-of-rike')));
    const second = await visitor.get(login('subject-of-rike', '/probe?zwei'));
    const first = await visitor.get(firstAtProvider);
    expect([first.url.href, second.url.href]).toEqual([address('/probe'), address('/probe?zwei')]);
    expect(await statusOf(visitor)).toBe(200);
  });

  it('replaces an earlier session', async () => {
    const visitor = await signedIn();
    const earlier = visitor.cookie('km_session') ?? '';
    await visitor.get(login('subject-of-rike'));
    expect(visitor.cookie('km_session')).not.toBe(earlier);
    const thief = new Visitor();
    thief.setCookie('km_session', earlier, '127.0.0.1');
    expect(await statusOf(thief)).toBe(401);
  });

  it('recognises the person by subject when the mail address has changed on both sides', async () => {
    await signedIn();
    issuer.accounts.set('subject-of-rike', { email: 'rike.winter@land.example', email_verified: false });
    await database.write(SYSTEM_ACTOR, (tx) =>
      tx.execute(`UPDATE people SET mail = 'neu@land.example' WHERE id = $1`, [rike]),
    );
    expect(await statusOf(await signedIn())).toBe(200);
  });

  it('begins at the public address, whatever the server is called in between', async () => {
    const other = login('subject-of-rike').replace('127.0.0.1', 'localhost');
    const visitor = new Visitor();
    const page = await visitor.send('GET', other);
    expect(next(page).host).toBe(new URL(options.publicUrl).host);
    expect(visitor.cookie('km_sign_in')).toBeNull();
    expect(await visitor.get(other)).toMatchObject({ status: 200, text: 'gelesen' });
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/auth/login'])(
    'leads to no foreign place: %s',
    async (place) => {
      const visitor = new Visitor();
      const page = await visitor.send('GET', await callbackFor(visitor, 'subject-of-rike', place));
      expect(next(page).href).toBe(address('/'));
    },
  );
});

describe('signing in is refused', () => {
  async function refusal(subject: string): Promise<Page> {
    const visitor = new Visitor();
    const page = await visitor.get(login(subject));
    expect(visitor.cookie('km_session')).toBeNull();
    expect(page.text).toContain('<html lang="de">');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    return page;
  }

  it('to somebody nobody entered', async () => {
    issuer.accounts.set('stranger', { email: '<i>fremd@land.example', email_verified: true });
    const page = await refusal('stranger');
    expect(page).toMatchObject({ status: 403, text: expect.stringContaining('&lt;i&gt;fremd@land.example') });
    expect(page.text).toContain('Kein Zugang');
  });

  it('to a known mail address that is not verified', async () => {
    issuer.accounts.set('pretender', { email: 'rike.sommer@land.example', email_verified: false });
    expect(await refusal('pretender')).toMatchObject({ status: 403, text: expect.stringContaining('nicht bestätigt') });
  });

  it('to a second account with the mail address of somebody already linked', async () => {
    await signedIn();
    issuer.accounts.set('second', { email: 'rike.sommer@land.example', email_verified: true });
    expect(await refusal('second')).toMatchObject({
      status: 403,
      text: expect.stringContaining('Konto nicht zugeordnet'),
    });
  });

  it('when the person cancels', async () => {
    expect(await refusal(CANCEL)).toMatchObject({ status: 403, text: expect.stringContaining('Erneut anmelden') });
  });

  it('when the callback is opened twice', async () => {
    const visitor = new Visitor();
    const callback = await callbackFor(visitor);
    await visitor.send('GET', callback);
    expect(await visitor.send('GET', callback)).toMatchObject({
      status: 400,
      text: expect.stringContaining('abgelaufen'),
    });
  });

  it('when the state is not the one sent, is missing, or belongs to another browser', async () => {
    const visitor = new Visitor();
    const callback = await callbackFor(visitor);
    const foreign = new URL(callback);
    foreign.searchParams.set('state', 'x'.repeat(43));
    const missing = new URL(callback);
    missing.searchParams.delete('state');
    for (const url of [foreign, missing]) expect((await visitor.send('GET', url)).status).toBe(400);
    expect((await new Visitor().send('GET', callback)).status).toBe(400);
    expect((await visitor.send('GET', callback)).status).toBe(303);
  });

  it('when it took longer than a quarter of an hour', async () => {
    const visitor = new Visitor();
    const callback = await callbackFor(visitor);
    clock.moveTo(hoursLater(0.25));
    expect((await visitor.send('GET', callback)).status).toBe(400);
  });

  it('when the code is not from the provider', async () => {
    const visitor = new Visitor();
    const callback = await callbackFor(visitor);
    callback.searchParams.set('code', 'invented');
    expect(await visitor.send('GET', callback)).toMatchObject({
      status: 502,
      text: expect.stringContaining('Erneut anmelden'),
    });
    expect(visitor.cookie('km_session')).toBeNull();
  });
});

describe('a session', () => {
  it('is what a protected address wants', async () => {
    expect(await statusOf(new Visitor())).toBe(401);
    expect(await viewer(new Visitor())).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('names the person, who without an assignment may do nothing', async () => {
    expect(await viewer(await signedIn())).toEqual({
      data: { viewer: { person: { name: 'Rike Sommer' }, capacities: [] } },
    });
  });

  it('ends by itself', async () => {
    const visitor = await signedIn();
    clock.moveTo(hoursLater(2));
    expect(await statusOf(visitor)).toBe(401);
  });

  it('ends by signing out, here and at the provider', async () => {
    const visitor = await signedIn();
    const token = visitor.cookie('km_session') ?? '';
    const page = await visitor.send('POST', address('/auth/logout'), { headers: { origin: options.publicUrl } });
    expect(page.status).toBe(303);
    expect(next(page).href).toMatch(`${issuer.issuer}/session/end`);
    expect(next(page).searchParams.get('post_logout_redirect_uri')).toBe(address('/auth/logged-out'));
    expect((await visitor.get(next(page))).text).toContain('/session/end/confirm');
    expect(visitor.cookie('km_session')).toBeNull();
    visitor.setCookie('km_session', token, '127.0.0.1');
    expect(await statusOf(visitor)).toBe(401);
  });

  it('tells a script where to go after signing out', async () => {
    const headers = { accept: 'application/json', 'apollo-require-preflight': 'yes' };
    const page = await (await signedIn()).send('POST', address('/auth/logout'), { headers });
    expect(JSON.parse(page.text)).toEqual({ redirectTo: expect.stringContaining('/session/end') });
    expect(await new Visitor().get(address('/auth/logged-out'))).toMatchObject({
      status: 200,
      text: expect.stringContaining('Abgemeldet'),
    });
  });
});

describe('a request in somebody’s name', () => {
  const post = async (visitor: Visitor, path: string, headers: Record<string, string>): Promise<number> =>
    (await visitor.send('POST', address(path), { headers })).status;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('is refused from another website', async () => {
    const visitor = await signedIn();
    for (const path of ['/probe', '/graphql', '/auth/logout']) {
      expect(await post(visitor, path, { ...form, origin: 'https://evil.example' })).toBe(403);
      expect(await post(visitor, path, { ...form, 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await post(visitor, path, { ...form, 'sec-fetch-site': 'same-site' })).toBe(403);
      expect(await post(visitor, path, form)).toBe(403);
    }
    expect(await statusOf(visitor)).toBe(200);
  });

  it('is carried out from our own pages, and from a script that is no form', async () => {
    const visitor = await signedIn();
    expect(await post(visitor, '/probe', { origin: options.publicUrl, 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await post(visitor, '/probe', { 'apollo-require-preflight': 'yes' })).toBe(201);
  });
});

describe('a machine client', () => {
  const inAnHour = hoursLater(1);
  const claims = (): Record<string, unknown> => ({
    iss: issuer.issuer,
    sub: 'subject-of-rike',
    aud: 'konferenzmappe-api',
  });
  const answerTo = async (token: string): Promise<number> =>
    (await new Visitor().send('POST', address('/probe'), { headers: { authorization: `Bearer ${token}` } })).status;

  it('acts by a token of the provider, without a cookie', async () => {
    await signedIn();
    expect(await answerTo(await issuer.token(claims(), inAnHour))).toBe(201);
    expect(await answerTo(await issuer.token({ ...claims(), aud: ['other', 'konferenzmappe'] }, inAnHour))).toBe(201);
  });

  it('is refused a token for somebody else, expired, of another issuer or with another key', async () => {
    await signedIn();
    const { privateKey } = await generateKeyPair('RS256');
    const tokens = [
      await issuer.token({ ...claims(), aud: 'other' }, inAnHour),
      await issuer.token(claims(), hoursLater(-0.1)),
      await issuer.token({ ...claims(), iss: 'https://evil.example' }, inAnHour),
      await issuer.token(claims(), inAnHour, privateKey),
      await issuer.token({ ...claims(), sub: 'stranger' }, inAnHour),
      await issuer.token({ ...claims(), nonce: 'of an ID token' }, inAnHour),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}.`,
      'nonsense',
    ];
    for (const token of tokens) expect(await answerTo(token)).toBe(401);
  });

  it('does not fall back on a cookie when its token does not hold', async () => {
    const visitor = await signedIn();
    expect(
      (await visitor.send('GET', address('/probe'), { headers: { authorization: 'Bearer nonsense' } })).status,
    ).toBe(401);
  });
});
