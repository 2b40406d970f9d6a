import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { convertIcsCalendar } from 'ts-ics';
import { newId } from '#platform/database';
import { anApiStage, type ApiStage } from './api-stage.js';

const TITLE = 'Streng geheime Sache';
let stage: ApiStage;

beforeAll(async () => {
  stage = await anApiStage();
  await stage.placeTopic({ title: TITLE, state: 'IN_MAIN_CONFERENCE' });
  await stage.placeTopic({ title: TITLE, state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
  await stage.placeTopic({ title: `${TITLE} II`, classification: 'RESTRICTED', state: 'IN_COMMITTEE' });
  await session('AK2', '2027-03-01', '2027-03-02', { number: 89 });
  await session('AK5', '2026-12-31', '2027-01-01');
  await session('AK5', '2026-11-30', '2026-11-30', { state: 'CANCELLED' });
  await session('PRE_CONFERENCE', '2026-11-18', '2026-11-18', { state: 'INVITED' });
});

afterAll(async () => {
  await stage?.close();
});

/** A session as the product stores it, seen by all and by the guests of its body. */
async function session(body: string, from: string, to: string, given: Record<string, unknown> = {}): Promise<void> {
  const id = newId();
  const { number = null, state = 'PLANNED' } = given;
  await stage.arrange(
    `INSERT INTO sessions (id, conference_id, body_code, number, starts_on, ends_on, place, mode, state, revision, audience)
     SELECT $1, $2, code, $4, $5, $6, 'Fulda', 'HYBRID', $7, 4, array(SELECT generate_series(0, 202)) || -audience_code
     FROM bodies WHERE code = $3`,
    [id, stage.conferenceId, body, number, from, to, state],
  );
  await stage.arrange(
    `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
     SELECT id, body_code, 1, 'empty', audience FROM sessions WHERE id = $1`,
    [id],
  );
}

interface Given {
  readonly id: string;
  readonly revision: number;
  readonly path: string;
}

async function subscribed(mail: string, content = 'SESSIONS_AND_DEADLINES'): Promise<Given> {
  const selection = 'address calendarFeed { id revision }';
  const caller = await stage.as(mail);
  const { payload, refused } = await caller.mutate('createCalendarFeed', { name: 'Telefon', content }, selection);
  expect(refused).toEqual([]);
  return { ...payload.calendarFeed, path: new URL(payload.address).pathname };
}

const read = (path: string, options: RequestInit = {}): Promise<Response> => stage.nobody.send(path, options);
const summariesOf = async (path: string): Promise<string[]> => {
  const { events = [] } = convertIcsCalendar(undefined, await (await read(path)).text());
  return events.map(({ summary }) => summary);
};
const everything = ['Hauptkonferenz', 'Sitzung AK V', '89. Sitzung AK II', 'Sitzung AK V', 'Vorkonferenz'];
const sorted = (texts: readonly string[]): string[] => [...texts].sort();

describe('A subscribed calendar', () => {
  it('is a file that other programs understand, and names nothing that is dealt with', async () => {
    const { path } = await subscribed('koordination.he');
    const response = await read(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
    expect(text).not.toMatch(/Streng|geheim/);
    const { events = [] } = convertIcsCalendar(undefined, text);
    expect(events.filter(({ uid }) => !/^(session|conference|deadline)-[0-9a-f-]{36}@127\.0\.0\.1$/.test(uid))).toEqual(
      [],
    );
    expect(events.find(({ summary }) => summary === '89. Sitzung AK II')).toMatchObject({
      sequence: 4,
      status: 'TENTATIVE',
      location: 'Fulda',
      description: 'IMK, 224. Sitzung, Herbst 2026\nHybrid',
      start: { type: 'DATE', date: new Date('2027-03-01T00:00:00Z') },
      end: { type: 'DATE', date: new Date('2027-03-03T00:00:00Z') },
    });
    const ofAk5 = events
      .filter(({ summary }) => summary === 'Sitzung AK V')
      .map(({ status, end }) => [status, end?.date]);
    expect(ofAk5).toEqual([
      ['CANCELLED', new Date('2026-12-01T00:00:00Z')],
      ['TENTATIVE', new Date('2027-01-02T00:00:00Z')],
    ]);
  });

  it.each([
    ['geschaeftsstelle', everything],
    ['vorsitz.hh', everything],
    ['koordination.he', everything],
    ['koordination.bund', everything],
    ['fachreferat.he', everything],
    ['vorsitz.ak2', everything],
    ['geschaeftsfuehrung.ak2', everything],
    ['mitglied.ak2', everything],
    ['leser.he', everything],
    ['gast.bka', ['89. Sitzung AK II', 'Hauptkonferenz']],
    ['gast.ak5', ['Hauptkonferenz', 'Sitzung AK V', 'Sitzung AK V']],
  ])('shows %s the sessions that this office sees', async (mail, expected) => {
    const { path } = await subscribed(mail, 'SESSIONS');
    expect(sorted(await summariesOf(path))).toEqual(sorted(expected));
  });

  it('shows nobody deadlines of which nothing is expected', async () => {
    const kinds = async (mail: string): Promise<string[]> => {
      const { path } = await subscribed(mail, 'DEADLINES');
      return [...new Set(await summariesOf(path))];
    };
    expect(await kinds('geschaeftsstelle')).toEqual(['Frist: Entwurf der Tagesordnung']);
    expect(await kinds('vorsitz.ak5')).toContain('Frist: Endgültige Unterlagen');
    expect(await kinds('vorsitz.ak2')).toEqual([]);
    expect(await kinds('leser.he')).toEqual([]);
    expect(await kinds('gast.ak5')).toEqual([]);
  });

  it('changes by no byte for whoever may not see what becomes due, and says to the others when and nothing else', async () => {
    const paths = new Map<string, string>();
    const others = ['koordination.by', 'koordination.bund', 'fachreferat.by', 'mitglied.ak6', 'gast.ak5', 'leser.he'];
    for (const mail of [...others, 'koordination.sl', 'koordination.th'])
      paths.set(mail, (await subscribed(mail)).path);
    const files = async (): Promise<ReadonlyMap<string, string>> => {
      const texts = [...paths].map(async ([mail, path]) => [mail, await (await read(path)).text()] as const);
      return new Map(await Promise.all(texts));
    };
    const before = await files();
    const restricted = {
      classification: 'RESTRICTED',
      restrictedTo: ['SL', 'TH'],
      registrant: { party: 'SL' },
    } as const;
    const { id: topicId, proposalTextHash: textHash } = await stage.placeTopic({ title: TITLE, ...restricted });
    const secretariat = await stage.as('geschaeftsstelle');
    const asked = { topicId, textHash, workingDays: 5, question: TITLE };
    const { payload, refused } = await secretariat.mutate('openCommentRound', asked, 'commentRound { id revision }');
    expect(refused).toEqual([]);
    const after = await files();
    for (const mail of others) expect([mail, after.get(mail)]).toEqual([mail, before.get(mail)]);
    const roundIn = (text: string | undefined) =>
      convertIcsCalendar(undefined, text ?? '').events?.filter(({ summary }) => summary.includes('Anmerkung')) ?? [];
    expect(roundIn(before.get('koordination.sl'))).toEqual([]);
    const [event] = roundIn(after.get('koordination.sl'));
    expect(event).toMatchObject({
      ...{ summary: 'Frist: Anmerkungsrunde', description: 'Bis zum Ende des Tages.' },
      end: { date: new Date('2026-11-18T00:00:00Z') },
    });
    expect(after.get('koordination.sl')).not.toMatch(/Streng|geheim/);

    // Who is asked first and then kept out has what everybody has who never knew.
    expect(roundIn(after.get('koordination.th'))).toHaveLength(1);
    await stage.arrange(
      `UPDATE topics SET audience = array_remove(topics.audience, audience_code) FROM parties
       WHERE topics.id = $1 AND code = 'TH'`,
      [topicId],
    );
    expect((await files()).get('koordination.th')).toBe(before.get('koordination.th'));

    const { id: roundId, revision: expectedRevision } = payload.commentRound;
    const extension = { roundId, expectedRevision, reason: TITLE, workingDays: 1 };
    expect((await (await stage.as('vorsitz.hh')).mutate('extendCommentRound', extension)).refused).toEqual([]);
    const [later] = roundIn((await files()).get('koordination.sl'));
    expect(later?.uid).toBe(event?.uid);
    expect(later?.sequence).toBeGreaterThan(event?.sequence ?? 0);
    expect(later?.end?.date).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it('keeps one entry for a session that is moved, newer each time, and says neither why nor what it is called', async () => {
    const { path } = await subscribed('koordination.mv', 'SESSIONS');
    await stage.arrange('UPDATE conferences SET name = $1', [TITLE]);
    await session('AK6', '2026-11-11', '2026-11-11');
    const entry = async () => {
      const text = await (await read(path)).text();
      expect(text).not.toMatch(/Streng|geheim/);
      const { events = [] } = convertIcsCalendar(undefined, text);
      const found = events.filter(({ summary }) => summary === 'Sitzung AK VI');
      expect(found).toHaveLength(1);
      return found[0];
    };
    const before = await entry();
    stage.clock.moveTo(new Date(stage.clock.now().getTime() + 60_000));
    const [, sessionId = ''] = /^session-(.{36})@/.exec(before?.uid ?? '') ?? [];
    const days = { startsOn: '2026-11-30', endsOn: '2026-12-01', place: 'Gießen, Saal 2; Süd', mode: 'VIDEO' };
    const moving = { sessionId, expectedRevision: 4, reason: TITLE, ...days };
    expect((await (await stage.as('vorsitz.ak6')).mutate('moveSession', moving)).refused).toEqual([]);
    expect(await entry()).toMatchObject({
      ...{ uid: before?.uid, sequence: 5, location: 'Gießen, Saal 2; Süd', stamp: { date: stage.clock.now() } },
      ...{ start: { date: new Date('2026-11-30T00:00:00Z') }, end: { date: new Date('2026-12-02T00:00:00Z') } },
    });
  });

  it('is for nobody who sees nothing', async () => {
    for (const mail of ['technik', 'vorsitz.by']) {
      const caller = await stage.as(mail);
      const { refused } = await caller.mutate('createCalendarFeed', { name: 'Telefon', content: 'SESSIONS' });
      expect([mail, ...refused]).toEqual([mail, 'NOT_ENTITLED']);
    }
  });
});

describe('The address of a calendar', () => {
  /** What somebody can tell one answer from another by. */
  const seenOf = async (path: string, options: RequestInit = {}): Promise<unknown> => {
    const response = await read(path, options);
    const { date: _date, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, text: await response.text() };
  };
  const unknown = `/kalender/${'A'.repeat(43)}.ics`;

  it('shows what its person sees, whoever asks', async () => {
    const [guest, secretariat] = [await subscribed('gast.bka'), await stage.as('geschaeftsstelle')];
    const own = await (await read(guest.path)).text();
    expect(await (await secretariat.send(guest.path)).text()).toBe(own);
    expect(own).not.toContain('Vorkonferenz');
  });

  it('follows the rights of its person from one moment to the next', async () => {
    const { path } = await subscribed('mitglied.ak3');
    expect((await read(path)).status).toBe(200);
    const { personId } = stage.person('mitglied.ak3');
    await stage.arrange(`UPDATE assignments SET valid_to = '2026-11-09' WHERE person_id = $1`, [personId]);
    expect(await seenOf(path)).toEqual(await seenOf(unknown));
    await stage.arrange(`UPDATE assignments SET valid_to = NULL, role = 'GUEST' WHERE person_id = $1`, [personId]);
    expect(await summariesOf(path)).toEqual(['Hauptkonferenz']);
  });

  it('leads nowhere once it is revoked or renewed, and nobody can tell that it ever did', async () => {
    const nowhere = await seenOf(unknown);
    expect(nowhere).toMatchObject({ status: 404, text: 'Unter dieser Adresse gibt es keinen Kalender.\n' });
    const owner = await stage.as('koordination.by');
    const feed = await subscribed('koordination.by');
    const about = { feedId: feed.id, expectedRevision: feed.revision };
    const { payload } = await owner.mutate('renewCalendarFeed', about, 'address calendarFeed { revision }');
    const renewed = new URL(payload.address).pathname;
    expect(await seenOf(feed.path)).toEqual(nowhere);
    expect((await read(renewed)).status).toBe(200);
    const expectedRevision = payload.calendarFeed.revision;
    expect((await owner.mutate('revokeCalendarFeed', { ...about, expectedRevision })).refused).toEqual([]);
    expect(await seenOf(renewed)).toEqual(nowhere);
    expect((await owner.mutate('renewCalendarFeed', { feedId: feed.id, expectedRevision: 3 })).refused).toEqual([
      'NOT_POSSIBLE_IN_STATE',
    ]);
  });

  it('is answered alike however it is misspelt', async () => {
    const { path } = await subscribed('koordination.nw');
    const nowhere = await seenOf(unknown);
    const odd = [
      '/kalender',
      path.replace('.ics', ''),
      path.replace('.ics', '.ICS'),
      path.replace('.ics', '.ics.ics'),
      path.replace('.ics', '.ics/'),
      path.replace('/kalender/', '/kalender/x/'),
      `/kalender/${'x'.repeat(3000)}.ics`,
      "/kalender/' OR true --.ics",
      '/kalender/%00.ics',
      `/kalender/${stage.person('koordination.nw').personId}.ics`,
    ];
    for (const each of odd) expect([each, await seenOf(each)]).toEqual([each, nowhere]);
    expect(await seenOf(path, { headers: { 'if-none-match': '*' } })).toMatchObject({ status: 200 });
  });

  it('is asked for its head, and sends nothing twice', async () => {
    const { path } = await subscribed('koordination.sn');
    const { headers } = await read(path);
    const head = await read(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, headers.get('etag'), '']);
    const again = await read(path, { headers: { 'if-none-match': `W/"x", ${headers.get('etag')}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await read(unknown, { method: 'HEAD' })).status).toBe(404);
    expect((await read(path, { method: 'POST' })).status).toBe(404);
  });

  it('stands in no line of the log, in no table and in no other answer', async () => {
    const { path } = await subscribed('koordination.st');
    const token = /[\w-]{43}/.exec(path)?.[0] ?? '';
    for (const each of [path, `${path}?x=1`, path.replace('/kalender/', '/kalender/x/'), `/Kalender/${token}`])
      await read(each);
    expect(stage.log.filter((line) => line.includes('/kalender/…')).length).toBeGreaterThan(3);
    expect(stage.log.filter((line) => line.includes(token))).toEqual([]);
    const [row] = await stage.arrange<{ text: string; fetched: boolean }>(
      `SELECT string_agg(feeds::text, ' ') AS text, bool_or(fetched_at IS NOT NULL) AS fetched FROM calendar_feeds AS feeds`,
    );
    expect(row?.fetched).toBe(true);
    expect(row?.text).not.toContain(token);
    const shown = await (
      await stage.as('koordination.st')
    ).graphql('{ calendarFeeds { nodes { id name fetchedAt history { label } } } }');
    expect(shown.data.calendarFeeds.nodes).toMatchObject([
      { name: 'Telefon', fetchedAt: expect.any(String), history: [{ label: 'Kalenderabonnement anlegen' }] },
    ]);
    expect(shown.text).not.toContain(token);
  });

  it('is its own for everybody: nobody else sees that there is one', async () => {
    const feed = await subscribed('koordination.th');
    for (const mail of ['geschaeftsstelle', 'technik', 'vorsitz.hh', 'koordination.he']) {
      const seen = await stage.database.read(stage.person(mail), async (tx) => [
        ...(await tx.query('SELECT id FROM calendar_feeds WHERE id = $1', [feed.id])),
        ...(await tx.query('SELECT id FROM history WHERE record_id = $1', [feed.id])),
      ]);
      expect([mail, seen]).toEqual([mail, []]);
      const caller = await stage.as(mail);
      const about = { feedId: feed.id, expectedRevision: feed.revision };
      expect((await caller.mutate('revokeCalendarFeed', about)).refused).toEqual(['NOT_FOUND']);
    }
  });

  it('is renewed by one of two who renew it at once', async () => {
    const feed = await subscribed('koordination.rp');
    const owner = await stage.as('koordination.rp');
    const about = { feedId: feed.id, expectedRevision: feed.revision };
    const answers = await Promise.all([1, 2].map(() => owner.mutate('renewCalendarFeed', about, 'address')));
    expect(answers.flatMap(({ refused }) => refused)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('cannot be asked for without end', async () => {
    const { path } = await subscribed('koordination.sh');
    stage.clock.moveTo(new Date(stage.clock.now().getTime() + 60_000));
    const statuses: number[] = [];
    for (let count = 0; count < 130; count += 1) statuses.push((await read(path)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
    stage.clock.moveTo(new Date(stage.clock.now().getTime() + 60_000));
    expect((await read(path)).status).toBe(200);
  });
});
