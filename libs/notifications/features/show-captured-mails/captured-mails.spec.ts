import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SystemClock } from '#platform/clock';
import { Database, DatabaseModule, newId, SYSTEM_ACTOR } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { CapturedMailsModule } from '../../notifications.module.js';

let testDatabase: TestDatabase;
let database: Database;
let application: NestFastifyApplication;

@Module({})
class PageModule {}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  const imports = [DatabaseModule.with(database, new SystemClock()), CapturedMailsModule];
  application = await NestFactory.create<NestFastifyApplication>(
    { module: PageModule, imports },
    new FastifyAdapter(),
    {
      logger: false,
    },
  );
  await application.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await application.close();
  await database.close();
  await testDatabase.drop();
});

async function capture(subject: string, text: string): Promise<void> {
  await database.write(SYSTEM_ACTOR, (tx) =>
    tx.execute(
      `INSERT INTO captured_mails (id, message_id, recipient, subject, text, html, captured_at)
       VALUES ($1, $2, 'Frau Weiß <anna@konferenzmappe.example>', $3, $4, '', '2026-11-02T12:00:00Z')`,
      [newId(), newId(), subject, text],
    ),
  );
}

async function page(search = ''): Promise<Response> {
  return fetch(`${await application.getUrl()}/entwicklung/mails${search}`);
}

describe('The development page of mails', () => {
  it('says so when there are none', async () => {
    expect(await (await page()).text()).toContain('Es gibt keine Mails auf dieser Seite.');
  });

  it('shows who would have got what and when', async () => {
    await capture('Thema zugewiesen', 'Guten Tag\n\nZum Thema');
    const answer = await page();
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<h2>Thema zugewiesen</h2>');
    expect(text).toContain('Frau Weiß &lt;anna@konferenzmappe.example&gt;');
    expect(text).toContain('2. November 2026, 13:00 Uhr');
    expect(text).toContain('<p>Guten Tag</p>');
  });

  it('shows text as text, whatever it looks like', async () => {
    await capture('<script>alert(1)</script>', '<img src=x onerror=alert(1)>');
    const text = await (await page()).text();
    expect(text).not.toMatch(/<script>alert|<img/);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('has the newest first, and pages', async () => {
    for (let number = 1; number <= 21; number++) await capture(`Nummer ${number}`, 'Text');
    const first = await (await page()).text();
    expect(first.indexOf('Nummer 21<')).toBeLessThan(first.indexOf('Nummer 20<'));
    expect(first).not.toContain('Nummer 1<');
    expect(first).toContain('href="?seite=2"');
    const second = await (await page('?seite=2')).text();
    expect(second).toContain('Nummer 1<');
    expect(second).toContain('href="?seite=1"');
  });

  it('takes a page that is no number for the first', async () => {
    expect(await (await page('?seite=-3%27')).text()).toContain('Nummer 21<');
  });
});
