import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FixedClock } from '#platform/clock';
import { Database, DatabaseModule, newId, SYSTEM_ACTOR } from '#platform/database';
import { organisationEntities } from '#organisation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestIssuer, Visitor } from '#testing/sign-in';
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

async function startApplication(): Promise<void> {
  @Module({ imports: [DatabaseModule.with(database, clock), AuthModule.with(options)], controllers: [ProbeController] })
  class ApplicationModule {}

  application = await NestFactory.create<NestFastifyApplication>(ApplicationModule, new FastifyAdapter(), {
    logger: false,
  });
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
      'INSERT INTO people (id, name, mail) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET mail = $3',
      [rike, 'Rike Sommer', 'rike.sommer@land.example'],
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

describe('signing in', () => {
  it('leads through the provider back to where the person wanted to go', async () => {
    const visitor = new Visitor();
    const page = await visitor.get(login('subject-of-rike', '/probe?seite=2'));
    expect(page).toMatchObject({ status: 200, text: 'gelesen' });
    expect(page.url.href).toBe(address('/probe?seite=2'));
  });

  it('leaves a cookie that no script reads and no other website sends', async () => {
    const visitor = new Visitor();
    let page = await visitor.send('GET', login('subject-of-rike'));
    for (let hop = 0; hop < 8 && !page.url.pathname.endsWith('/callback'); hop += 1) {
      page = await visitor.send('GET', new URL(page.headers.get('location') ?? '', page.url));
    }
    const line = page.headers.getSetCookie().find((each) => each.startsWith('km_session='));
    expect(line).toMatch(/^km_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});
