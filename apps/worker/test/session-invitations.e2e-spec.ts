import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { convertIcsCalendar, type IcsEvent } from 'ts-ics';
import {
  conferenceEvents,
  conferenceRecordOnlyEvents,
  ConferencesModule,
  type Session,
  type SessionTransition,
} from '#conferences';
import { deadlineEvents, deadlineRecordOnlyEvents } from '#deadlines';
import { notificationEvents, notificationRecordOnlyEvents, NotificationsModule } from '#notifications';
import { organisationEvents, OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import { parseConfig } from '#platform/config';
import { newId, SYSTEM_ACTOR } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { createLogger } from '#platform/logging';
import { appendToOutbox, JOB_GIVEN_UP } from '#platform/outbox';
import { aSessionStage, type SessionStage } from '#testing/conferences';
import { startWorker, type RunningWorker } from '../src/index.js';
import { hurried } from './hurried.js';
import { MailServer } from './mail-server.js';
import { until } from './worker-harness.js';

const events = [...organisationEvents, ...deadlineEvents, ...notificationEvents, ...conferenceEvents, JOB_GIVEN_UP];
const recordOnlyEvents = [
  ...[...organisationRecordOnlyEvents, ...deadlineRecordOnlyEvents],
  ...[...notificationRecordOnlyEvents, ...conferenceRecordOnlyEvents],
  // What later libraries wait for.
  'session.concluded',
];
const reason = 'Der Saal ist gesperrt.';
const people = ['gast.bka', 'geschaeftsfuehrung.ak2', 'mitglied.ak2', 'vorsitz.ak2'];

let stage: SessionStage;
let mails: MailServer;
let worker: RunningWorker;

beforeAll(async () => {
  stage = await aSessionStage();
  await migrateJobs(stage.testDatabase.ownerUrl);
  mails = await MailServer.start();
  const config = parseConfig({ DATABASE_URL: stage.testDatabase.appUrl, MAIL_FROM: 'Mappe <mappe@imk.example>' });
  worker = await startWorker({
    config: { ...config, smtpUrl: mails.url, publicUrl: 'https://mappe.example' },
    database: stage.database,
    clock: stage.clock,
    logger: createLogger('silent'),
    libraries: {
      modules: [OrganisationModule, NotificationsModule, ConferencesModule],
      events: { events, recordOnlyEvents },
    },
    timings: hurried,
  });
});

beforeEach(() => void mails.received.splice(0));

afterAll(async () => {
  await worker?.stop();
  await mails?.stop();
  await stage?.close();
});

async function done(
  session: Session,
  action: SessionTransition['action'],
  input: SessionTransition['input'] = {},
): Promise<Session> {
  const about = { sessionId: session.id, expectedRevision: session.revision, action, input };
  const answer = await stage.transition.execute(stage.person('geschaeftsstelle'), about);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.session;
}

interface Told {
  readonly to: string;
  readonly subject: string | undefined;
  readonly method: string | undefined;
  readonly event: IcsEvent | undefined;
}

/** What has arrived since it was last asked for, once nothing is left to do; each mail read by other programs. */
async function told(): Promise<readonly Told[]> {
  await until(async () => {
    const [row] = await stage.database.read(SYSTEM_ACTOR, (tx) =>
      tx.query<{ open: number }>('SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL'),
    );
    return row?.open === 0;
  });
  const received = mails.received.splice(0).map(({ to, mail }) => {
    const parts = mail.attachments.filter(({ contentType }) => /^(text\/calendar|application\/ics)/.test(contentType));
    const texts = new Set(parts.map(({ content }) => content.toString('utf8')));
    const [text] = texts;
    const calendar = text === undefined ? undefined : convertIcsCalendar(undefined, text);
    expect(texts.size).toBeLessThanOrEqual(1);
    return {
      to: to.split('@')[0] ?? '',
      subject: mail.subject,
      method: calendar?.method,
      event: calendar?.events?.[0],
    };
  });
  return received.sort((a, b) => a.to.localeCompare(b.to));
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const namesOf = (all: readonly Told[]): string[] => all.map(({ to }) => to);

describe('An invitation to a session', () => {
  it('goes into the calendar, moves there with the session and leaves it again', async () => {
    let session = await stage.planned({ startsOn: '2027-03-27', endsOn: '2027-03-28' });
    expect(await told()).toEqual([]);
    session = await done(session, 'inviteToSession', { note: 'Es geht um Streng Geheimes.' });
    const invited = await told();
    expect(namesOf(invited)).toEqual(people);
    const uid = `session-${session.id}@mappe.example`;
    expect(invited[0]).toMatchObject({
      subject: 'Konferenzmappe: Einladung zu einer Sitzung',
      method: 'REQUEST',
      event: {
        ...{ uid, sequence: 2, summary: 'Sitzung AK II', location: 'Fulda', status: 'CONFIRMED' },
        ...{ start: { date: day('2027-03-27') }, end: { date: day('2027-03-29') } },
        organizer: { name: 'Mappe', email: 'mappe@imk.example' },
        attendees: [{ email: 'gast.bka@konferenzmappe.example', partstat: 'NEEDS-ACTION', rsvp: false }],
      },
    });
    expect(JSON.stringify(invited)).not.toContain('Geheim');

    const days = { startsOn: '2027-12-31', endsOn: '2027-12-31', place: 'Kassel', mode: 'IN_PERSON' } as const;
    session = await done(session, 'moveSession', {
      reason,
      days: { ...days, startsOn: '2027-04-27', endsOn: '2027-04-27' },
    });
    const moved = await told();
    expect(namesOf(moved)).toEqual(people);
    expect(moved[0]).toMatchObject({
      method: 'REQUEST',
      event: { uid, sequence: 3, status: 'TENTATIVE', location: 'Kassel', start: { date: day('2027-04-27') } },
    });

    session = await done(session, 'moveSession', {
      reason,
      days: { ...days, startsOn: '2027-04-28', endsOn: '2027-04-29' },
    });
    expect((await told()).map(({ event }) => [event?.sequence, event?.end?.date])).toEqual(
      people.map(() => [4, day('2027-04-30')]),
    );

    await done(session, 'cancelSession', { reason });
    const cancelled = await told();
    expect(namesOf(cancelled)).toEqual(people);
    expect(cancelled[0]).toMatchObject({
      subject: 'Konferenzmappe: Sitzung abgesagt',
      method: 'CANCEL',
      event: { uid, sequence: 5, status: 'CANCELLED' },
    });
  });

  it('follows the office: whoever takes it over is invited at once, whoever leaves it has it taken back', async () => {
    let session = await stage.planned({ startsOn: '2027-05-11', endsOn: '2027-05-11' });
    session = await done(session, 'inviteToSession');
    await told();
    await stage.database.write(SYSTEM_ACTOR, async (tx) => {
      const [member, successor] = [stage.person('mitglied.ak2').personId, stage.person('leser.he').personId];
      await tx.execute(`UPDATE assignments SET valid_to = '2026-11-22' WHERE person_id = $1`, [member]);
      const assignmentId = newId();
      await tx.execute(
        `INSERT INTO assignments (id, person_id, role, body_code, valid_from)
         VALUES ($1, $2, 'COMMITTEE_MEMBER', 'AK2', '2026-11-23')`,
        [assignmentId, successor],
      );
      const about = { event: 'assignment.granted', recordKind: 'assignment', recordId: assignmentId, data: {} };
      await appendToOutbox(tx, { ...about, occurredAt: stage.clock.now() });
    });
    const followed = (await told()).filter(({ event }) => event !== undefined);
    expect(namesOf(followed)).toEqual(['leser.he', 'mitglied.ak2']);
    const uid = `session-${session.id}@mappe.example`;
    expect(followed).toMatchObject([
      {
        subject: 'Konferenzmappe: Einladung zu einer Sitzung',
        method: 'REQUEST',
        event: { uid, sequence: 2, status: 'CONFIRMED', location: 'Fulda', start: { date: day('2027-05-11') } },
      },
      {
        subject: 'Konferenzmappe: Einladung zu einer Sitzung aufgehoben',
        method: 'CANCEL',
        event: { uid, sequence: 2, status: 'CANCELLED', location: 'Fulda', start: { date: day('2027-05-11') } },
      },
    ]);
    const days = { startsOn: '2027-05-18', endsOn: '2027-05-18', place: 'Kassel', mode: 'VIDEO' } as const;
    session = await done(session, 'moveSession', { reason, days });
    const now = [...people.filter((each) => each !== 'mitglied.ak2'), 'leser.he'].sort();
    expect(namesOf(await told())).toEqual(now);
    await done(session, 'cancelSession', { reason });
    expect(namesOf(await told())).toEqual(now);
  });

  it('is nothing that anybody is told who was never invited', async () => {
    const session = await stage.planned({ startsOn: '2027-05-25', endsOn: '2027-05-25' });
    const days = { startsOn: '2027-05-26', endsOn: '2027-05-26', place: 'Kassel', mode: 'VIDEO' } as const;
    await done(await done(session, 'moveSession', { reason, days }), 'cancelSession', { reason });
    expect(await told()).toEqual([]);
  });
});
