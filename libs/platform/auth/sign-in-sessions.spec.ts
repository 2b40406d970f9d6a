import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, newId, SYSTEM_ACTOR } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '#testing';
import { newSecret, SignInAttempts, SignInSessions } from './index.js';

const signedInAt = new Date('2026-11-23T08:00:00Z');
const after = (minutes: number): Date => new Date(signedInAt.getTime() + minutes * 60_000);

let testDatabase: TestDatabase;
let database: Database;
const person = newId();

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: [] });
  await database.write(SYSTEM_ACTOR, (tx) =>
    tx.execute('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [person, 'Rike Sommer', 'rike@land.example']),
  );
});

afterAll(async () => {
  await database?.close();
  await testDatabase?.drop();
});

describe('a sign-in session', () => {
  const clock = new FixedClock(signedInAt);
  let sessions: SignInSessions;
  const personOf = (token: string): Promise<string | null> =>
    sessions.readFor(token, async (_tx, personId) => personId);

  beforeEach(() => {
    clock.moveTo(signedInAt);
    sessions = new SignInSessions(database, clock);
  });

  it('is found by its token', async () => {
    const token = await sessions.begin(person, null);
    expect(await personOf(token)).toBe(person);
  });

  it('is not found by another token, by its hash or by nonsense', async () => {
    await sessions.begin(person, null);
    expect(await personOf(newSecret())).toBeNull();
    expect(await personOf("' OR true --")).toBeNull();
    expect(await personOf('')).toBeNull();
  });

  it('keeps neither the token nor the ID token readable in the database', async () => {
    const token = await sessions.begin(person, 'a.readable.token');
    const [row] = await database.read(SYSTEM_ACTOR, (tx) =>
      tx.query<{ text: string }>(
        `SELECT string_agg(concat(encode(token_hash, 'escape'), encode(sealed_id_token, 'escape')), ' ') AS text
         FROM sign_in_sessions`,
      ),
    );
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain('readable');
    expect(await sessions.end(token)).toEqual({ idToken: 'a.readable.token' });
  });

  it('ends after two hours without a request', async () => {
    const token = await sessions.begin(person, null);
    clock.moveTo(after(119));
    expect(await personOf(token)).toBe(person);
    clock.moveTo(after(119 + 120));
    expect(await personOf(token)).toBeNull();
  });

  it('ends twelve hours after signing in, however busy', async () => {
    const token = await sessions.begin(person, null);
    for (let minutes = 60; minutes < 12 * 60; minutes += 60) {
      clock.moveTo(after(minutes));
      expect(await personOf(token)).toBe(person);
    }
    clock.moveTo(after(12 * 60));
    expect(await personOf(token)).toBeNull();
  });

  it('is written to at most once a minute', async () => {
    const token = await sessions.begin(person, null);
    const lastSeen = async (): Promise<unknown> =>
      database.read(SYSTEM_ACTOR, (tx) =>
        tx.query('SELECT last_seen_at, xmin FROM sign_in_sessions ORDER BY last_seen_at DESC'),
      );
    const before = await lastSeen();
    clock.moveTo(after(0.9));
    await personOf(token);
    expect(await lastSeen()).toEqual(before);
    clock.moveTo(after(1));
    await personOf(token);
    expect(await lastSeen()).not.toEqual(before);
  });

  it('is gone after signing out, and a second sign-out ends nothing', async () => {
    const token = await sessions.begin(person, null);
    expect(await sessions.end(token)).toEqual({ idToken: null });
    expect(await personOf(token)).toBeNull();
    expect(await sessions.end(token)).toBeNull();
  });

  it('is invisible to everybody but the system', async () => {
    await sessions.begin(person, null);
    const seen = await database.read({ personId: person, audience: [1, 201] }, (tx) =>
      tx.query('SELECT * FROM sign_in_sessions'),
    );
    expect(seen).toEqual([]);
  });
});

describe('a sign-in attempt', () => {
  const clock = new FixedClock(signedInAt);
  const attempt = { nonce: 'n', codeVerifier: 'v', returnTo: '/themen' };
  const key = (): { state: string; browser: string } => ({ state: newSecret(), browser: newSecret() });
  let attempts: SignInAttempts;

  beforeEach(() => {
    clock.moveTo(signedInAt);
    attempts = new SignInAttempts(database, clock);
  });

  it('is answered once', async () => {
    const mine = key();
    await attempts.begin(mine, attempt);
    expect(await attempts.take(mine)).toEqual(attempt);
    expect(await attempts.take(mine)).toBeNull();
  });

  it('is not answered in another browser', async () => {
    const mine = key();
    await attempts.begin(mine, attempt);
    expect(await attempts.take({ ...mine, browser: newSecret() })).toBeNull();
    expect(await attempts.take(mine)).toEqual(attempt);
  });

  it('is not answered a quarter of an hour later', async () => {
    const mine = key();
    await attempts.begin(mine, attempt);
    clock.moveTo(after(15));
    expect(await attempts.take(mine)).toBeNull();
  });

  it('stands beside the attempts of other tabs', async () => {
    const first = key();
    const second = { ...key(), browser: first.browser };
    await attempts.begin(first, attempt);
    await attempts.begin(second, { ...attempt, returnTo: '/themen/neu' });
    expect(await attempts.take(first)).toMatchObject({ returnTo: '/themen' });
    expect(await attempts.take(second)).toMatchObject({ returnTo: '/themen/neu' });
  });
});
