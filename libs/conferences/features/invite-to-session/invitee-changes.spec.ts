import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { BodyCode, PartyCode, Role } from '#glossary';
import { CalendarHolders, Notifications } from '#notifications';
import { Offices } from '#organisation';
import { newId, SYSTEM_ACTOR } from '#platform/database';
import { aSessionStage, type SessionStage } from '#testing/conferences';
import type { Session } from '../../domain/session.js';
import { CalendarDates } from '../../persistence/calendar-dates.js';
import type { SessionTransition } from '../../session-transition.handler.js';
import { FollowInviteesJob } from './follow-invitees.job.js';
import { InviteeChanges } from './invitee-changes.js';
import { NotifyParticipantsOfSessionJob } from './notify-participants-of-session.job.js';
import { SessionInvitees } from './session-invitees.js';
import { SweepInviteesJob } from './sweep-invitees.job.js';

const reason = 'Der Saal ist gesperrt.';
const start = new Date('2026-11-23T12:00:00Z');
const days = { startsOn: '2027-04-20', endsOn: '2027-04-21', place: 'Kassel', mode: 'VIDEO' } as const;

let stage: SessionStage;
let owner: Client;
let changes: InviteeChanges;
let sweep: SweepInviteesJob;
let follow: FollowInviteesJob;
let news: NotifyParticipantsOfSessionJob;

beforeAll(async () => {
  stage = await aSessionStage();
  owner = new Client({ connectionString: stage.testDatabase.superuserUrl });
  await owner.connect();
  const [dates, holders] = [new CalendarDates(), new CalendarHolders()];
  const invitees = new SessionInvitees(new Offices(stage.clock));
  const notifications = new Notifications(stage.clock);
  changes = new InviteeChanges(dates, invitees, holders, notifications, stage.clock);
  sweep = new SweepInviteesJob(stage.database, changes);
  follow = new FollowInviteesJob(changes);
  news = new NotifyParticipantsOfSessionJob(dates, invitees, holders, notifications);
});

beforeEach(async () => {
  stage.clock.moveTo(start);
  await owner.query(`UPDATE sessions SET state = 'CANCELLED'; UPDATE session_bodies SET days = 'empty';
    DELETE FROM assignments WHERE valid_from > '2020-01-01'; UPDATE assignments SET valid_to = NULL`);
});

afterAll(async () => {
  await owner?.end();
  await stage?.close();
});

async function act(
  session: Session,
  action: SessionTransition['action'],
  input: SessionTransition['input'] = {},
): Promise<Session> {
  const about = { sessionId: session.id, expectedRevision: session.revision, action, input };
  const answer = await stage.transition.execute(stage.person('geschaeftsstelle'), about);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.session;
}

/** What the worker does with whatever happened to the session. */
async function relay(session: Session): Promise<void> {
  const { rows } = await owner.query<{ id: string; event: string }>(
    'UPDATE outbox SET done_at = now() WHERE record_id = $1 AND done_at IS NULL RETURNING id, event',
    [session.id],
  );
  for (const message of rows) {
    const about = { recordKind: 'session', recordId: session.id, data: {}, occurredAt: stage.clock.now() };
    const sent = { ...message, ...about, actorPersonId: null, requestId: null };
    await stage.database.write(SYSTEM_ACTOR, (tx) => news.run(tx, sent));
  }
}

async function done(...asked: Parameters<typeof act>): Promise<Session> {
  const session = await act(...asked);
  await relay(session);
  return session;
}

const invited = async (given: Parameters<SessionStage['planned']>[0] = {}): Promise<Session> =>
  done(await stage.planned({ startsOn: '2027-04-13', endsOn: '2027-04-14', ...given }), 'inviteToSession');

interface Office {
  readonly role: Role;
  readonly party?: PartyCode;
  readonly body?: BodyCode;
  readonly from?: string;
}

const member: Office = { role: 'COMMITTEE_MEMBER', body: 'AK2' };

async function entrust(mail: string, { role, party, body, from = '2026-11-23' }: Office): Promise<void> {
  await owner.query(
    `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from) VALUES ($1, $2, $3, $4, $5, $6)`,
    [newId(), stage.person(mail).personId, role, party ?? null, body ?? null, from],
  );
}

async function endFor(mail: string, lastDay: string): Promise<void> {
  await owner.query('UPDATE assignments SET valid_to = $2 WHERE person_id = $1', [
    stage.person(mail).personId,
    lastDay,
  ]);
}

/** "REQUEST 2 session-invited" by whom it went to, in the order in which it was told; the named people only. */
async function toldTo(session: Session, ...mails: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `SELECT concat_ws(' ', split_part(mail::text, '@', 1), calendar_event ->> 'method', calendar_event ->> 'sequence',
       kind) AS line
     FROM notifications JOIN people ON people.id = recipient_id
     WHERE record_id = $1 AND split_part(mail::text, '@', 1) = ANY ($2) ORDER BY notifications.id`,
    [session.id, mails],
  );
  return rows.map(({ line }) => line);
}

async function countOf(session: Session): Promise<number> {
  const counting = 'SELECT count(*)::int AS count FROM notifications WHERE record_id = $1';
  return (await owner.query<{ count: number }>(counting, [session.id])).rows[0]?.count ?? 0;
}

describe('Who belongs to a session after the invitation went out', () => {
  it('is invited to it as it stands, once, and nobody else hears of it', async () => {
    const session = await invited();
    expect(await countOf(session)).toBe(4);
    await entrust('leser.he', member);
    await sweep.run();
    await sweep.run();
    expect(await toldTo(session, 'leser.he')).toEqual(['leser.he REQUEST 2 session-invited']);
    expect(await countOf(session)).toBe(5);
    const { rows } = await owner.query<{ event: object; because: string }>(
      `SELECT calendar_event AS event, because FROM notifications WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [session.id],
    );
    const event = { startsOn: '2027-04-13', endsOn: '2027-04-14', location: 'Fulda', status: 'CONFIRMED' };
    expect(rows).toMatchObject([{ event, because: 'Sie zu AK II gehören' }]);
  });

  it('hears of it on the day on which the task begins, and loses it on the day after the last', async () => {
    const session = await invited();
    await entrust('leser.he', { ...member, from: '2026-12-01' });
    await endFor('mitglied.ak2', '2026-11-30');
    await sweep.run();
    stage.clock.moveTo(new Date('2026-11-30T22:59:59Z'));
    await sweep.run();
    expect(await countOf(session)).toBe(4);
    stage.clock.moveTo(new Date('2026-11-30T23:00:00Z'));
    await sweep.run();
    await sweep.run();
    expect(await toldTo(session, 'leser.he', 'mitglied.ak2')).toEqual([
      'mitglied.ak2 REQUEST 2 session-invited',
      'mitglied.ak2 CANCEL 2 session-uninvited',
      'leser.he REQUEST 2 session-invited',
    ]);
  });

  it('gets it back as often as it is taken away, each time with a later instant', async () => {
    const session = await invited();
    const at = async (instant: string, lastDay: string): Promise<void> => {
      stage.clock.moveTo(new Date(instant));
      await endFor('mitglied.ak2', lastDay);
      await sweep.run();
    };
    await at('2026-11-24T12:00:00Z', '2026-11-23');
    await at('2026-11-25T12:00:00Z', '2027-12-31');
    await at('2026-11-26T12:00:00Z', '2026-11-25');
    await at('2026-11-27T12:00:00Z', '2027-12-31');
    expect(await toldTo(session, 'mitglied.ak2')).toEqual([
      'mitglied.ak2 REQUEST 2 session-invited',
      'mitglied.ak2 CANCEL 2 session-uninvited',
      'mitglied.ak2 REQUEST 2 session-invited',
      'mitglied.ak2 CANCEL 2 session-uninvited',
      'mitglied.ak2 REQUEST 2 session-invited',
    ]);
    const { rows } = await owner.query<{ at: string }>(
      `SELECT calendar_event ->> 'changedAt' AS at FROM notifications WHERE record_id = $1 AND recipient_id = $2
       ORDER BY id`,
      [session.id, stage.person('mitglied.ak2').personId],
    );
    const later = ['24', '25', '26', '27'].map((day) => `2026-11-${day}T12:00:00.000Z`);
    expect(rows.map(({ at: instant }) => instant).slice(1)).toEqual(later);
  });

  it('who holds two offices of which one ends keeps it; the coordination of a Land follows its office', async () => {
    const main = await invited({ body: 'MAIN_CONFERENCE', startsOn: '2027-06-16', endsOn: '2027-06-18' });
    const session = await invited();
    await entrust('vorsitz.ak2', member);
    await owner.query(`UPDATE assignments SET valid_to = '2026-11-22' WHERE role = 'COMMITTEE_CHAIR'`);
    await entrust('leser.he', { role: 'PARTY_COORDINATOR', party: 'HE' });
    await endFor('koordination.he', '2026-11-22');
    await sweep.run();
    expect(await toldTo(session, 'vorsitz.ak2', 'leser.he')).toEqual(['vorsitz.ak2 REQUEST 2 session-invited']);
    expect(await toldTo(main, 'koordination.he', 'leser.he')).toEqual([
      'koordination.he REQUEST 2 session-invited',
      'koordination.he CANCEL 2 session-uninvited',
      'leser.he REQUEST 2 session-invited',
    ]);
  });

  it.each([
    ['not invited to yet', async () => stage.planned({ startsOn: '2027-04-13', endsOn: '2027-04-14' })],
    ['cancelled', async () => done(await invited(), 'cancelSession', { reason })],
    ['over', async () => (stage.clock.moveTo(new Date('2027-04-14T22:00:00Z')), invitedBefore())],
    ['opened', async () => withState(await invited(), 'IN_PROGRESS')],
  ])('hears nothing of a session that is %s', async (_state, prepare) => {
    const session = await prepare();
    const before = await countOf(session);
    await entrust('leser.he', member);
    await endFor('mitglied.ak2', '2026-11-22');
    await sweep.run();
    expect(await countOf(session)).toBe(before);
  });

  it('hears nothing of a session that was opened after somebody looked', async () => {
    const session = await withState(await invited(), 'IN_PROGRESS');
    await entrust('leser.he', member);
    await endFor('mitglied.ak2', '2026-11-22');
    await stage.database.write(SYSTEM_ACTOR, (tx) => changes.follow(tx, session.id));
    expect(await countOf(session)).toBe(4);
  });

  it('is uninvited from one that was moved, and newly invited with its next invitation alone', async () => {
    let session = await done(await invited(), 'moveSession', { reason, days });
    await entrust('leser.he', member);
    await endFor('mitglied.ak2', '2026-11-22');
    await sweep.run();
    expect(await toldTo(session, 'leser.he', 'mitglied.ak2')).toEqual([
      'mitglied.ak2 REQUEST 2 session-invited',
      'mitglied.ak2 REQUEST 3 session-moved',
      'mitglied.ak2 CANCEL 3 session-uninvited',
    ]);
    session = await done(session, 'inviteToSession');
    await sweep.run();
    expect(await toldTo(session, 'leser.he')).toEqual(['leser.he REQUEST 4 session-invited']);
  });

  it('has it taken out by the news of a move, with what the calendar held, when the run did not come before', async () => {
    const session = await invited();
    await endFor('mitglied.ak2', '2026-11-22');
    await done(session, 'moveSession', { reason, days });
    await sweep.run();
    expect(await toldTo(session, 'mitglied.ak2')).toEqual([
      'mitglied.ak2 REQUEST 2 session-invited',
      'mitglied.ak2 CANCEL 3 session-uninvited',
    ]);
    const held = { startsOn: '2027-04-13', endsOn: '2027-04-14', location: 'Fulda' };
    const { rows } = await owner.query<{ event: object }>(
      `SELECT calendar_event AS event FROM notifications WHERE record_id = $1 AND kind = 'session-uninvited'`,
      [session.id],
    );
    expect(rows).toMatchObject([{ event: held }]);
  });

  it('is left to the news of the session itself while that is under way', async () => {
    const planned = await stage.planned({ startsOn: '2027-04-13', endsOn: '2027-04-14' });
    const session = await act(planned, 'inviteToSession');
    await sweep.run();
    expect(await countOf(session)).toBe(0);
    await relay(session);
    await sweep.run();
    expect(await countOf(session)).toBe(4);
  });
});

async function withState(session: Session, state: string): Promise<Session> {
  await owner.query('UPDATE sessions SET state = $2 WHERE id = $1', [session.id, state]);
  return session;
}

async function invitedBefore(): Promise<Session> {
  const now = stage.clock.now();
  stage.clock.moveTo(start);
  const session = await invited();
  stage.clock.moveTo(now);
  return session;
}

describe('Two that follow the same change', () => {
  /** Both have looked before either has told anybody: the first holds its transaction open until the second waits. */
  async function together(): Promise<void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first = stage.database.write(SYSTEM_ACTOR, async (tx) => {
      await follow.run(tx);
      begin();
      await held;
    });
    await begun;
    const second = sweep.run();
    await Promise.race([second, waitsForAnother()]);
    release();
    await Promise.all([first, second]);
  }

  async function waitsForAnother(): Promise<void> {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await owner.query(waiting)).rowCount === 0);
  }

  it('tell of it once between them, by the key of notifications alone', async () => {
    const session = await invited();
    await entrust('leser.he', member);
    await endFor('mitglied.ak2', '2026-11-22');
    const once = ['mitglied.ak2 CANCEL 2 session-uninvited', 'leser.he REQUEST 2 session-invited'];
    await together();
    const told = async (): Promise<string[]> => (await toldTo(session, 'leser.he', 'mitglied.ak2')).slice(1);
    expect(await told()).toEqual(once);

    await entrust('fachreferat.be', member);
    await owner.query(`
      ALTER TABLE notifications DROP CONSTRAINT notifications_once, ADD different uuid NOT NULL DEFAULT gen_random_uuid();
      ALTER TABLE notifications ADD CONSTRAINT notifications_once UNIQUE (different)`);
    await together();
    expect(await toldTo(session, 'fachreferat.be')).toEqual(
      [1, 2].map(() => 'fachreferat.be REQUEST 2 session-invited'),
    );
  });
});
