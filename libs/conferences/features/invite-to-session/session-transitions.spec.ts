import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarHolders, Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import type { SessionAction } from '#conferences';
import { newId } from '#platform/database';
import { aSessionStage, type SessionStage } from '#testing/conferences';
import type { Session } from '../../domain/session.js';
import { CalendarDates } from '../../persistence/calendar-dates.js';
import { invitationsBySessionIds } from '../../persistence/conference.loader.js';
import type { SessionAnswer, SessionTransition } from '../../session-transition.handler.js';
import { NotifyParticipantsOfSessionJob } from './notify-participants-of-session.job.js';
import { SessionInvitees } from './session-invitees.js';

const reason = 'Der Saal ist gesperrt.';
const codesOf = (answer: SessionAnswer): string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

describe('a session on its way', () => {
  let stage: SessionStage;

  beforeAll(async () => {
    stage = await aSessionStage();
  });
  afterAll(() => stage.close());

  async function act(
    mail: string,
    session: Session,
    action: Exclude<SessionAction, 'planSession'>,
    input: NonNullable<SessionTransition['input']> = {},
  ): Promise<SessionAnswer> {
    const { id: sessionId, revision: expectedRevision } = session;
    return stage.transition.execute(stage.person(mail), { sessionId, expectedRevision, action, input });
  }

  async function done(...asked: Parameters<typeof act>): Promise<Session> {
    const answer = await act(...asked);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    return answer.session;
  }

  it('goes from its plan to agreed minutes, each step with its history', async () => {
    let session = await stage.planned({ body: 'AK5', startsOn: '2026-11-23', endsOn: '2026-11-24' });
    session = await done('geschaeftsfuehrung.ak5', session, 'inviteToSession', { note: 'Raum 3' });
    session = await done('vorsitz.ak5', session, 'openSession');
    session = await done('vorsitz.ak5', session, 'concludeSession');
    session = await done('geschaeftsfuehrung.ak5', session, 'draftMinutes');
    const acting = { sessionId: session.id, action: 'agreeMinutes' } as const;
    const agreed = await stage.database.write(SYSTEM, (tx) => stage.transition.decideAndSave(tx, SYSTEM, acting));
    expect(agreed).toMatchObject({ ok: true, session: { state: 'MINUTES_AGREED', revision: 6 } });
    const told = await stage.database.read(stage.person('leser.he'), async (tx) => ({
      history: await tx.query('SELECT event, capacity FROM history WHERE record_id = $1 ORDER BY sequence', [
        session.id,
      ]),
      session: await stage.sessions.findSession(tx, session.id),
    }));
    expect(told.history).toEqual([
      { event: 'session.planned', capacity: 'SECRETARIAT' },
      { event: 'session.invited', capacity: 'COMMITTEE_SECRETARY' },
      { event: 'session.opened', capacity: 'COMMITTEE_CHAIR' },
      { event: 'session.concluded', capacity: 'COMMITTEE_CHAIR' },
      { event: 'session.minutesDrafted', capacity: 'COMMITTEE_SECRETARY' },
      { event: 'session.minutesAgreed', capacity: 'SYSTEM' },
    ]);
    expect(told.session?.state).toBe('MINUTES_AGREED');
  });

  it('keeps each invitation as it was sent', async () => {
    let session = await stage.planned({ body: 'AK1', startsOn: '2027-04-13', endsOn: '2027-04-13' });
    session = await done('geschaeftsstelle', session, 'inviteToSession');
    const days = { startsOn: '2027-04-27', endsOn: '2027-04-28', place: 'Kassel', mode: 'HYBRID' } as const;
    session = await done('vorsitz.ak1', session, 'moveSession', { reason, days });
    session = await done('vorsitz.ak1', session, 'inviteToSession', { note: 'Neuer Ort' });
    const sent = await stage.database.read(stage.person('koordination.th'), (tx) =>
      invitationsBySessionIds(tx, [session.id]),
    );
    expect(sent.get(session.id)).toMatchObject([
      { number: 1, startsOn: '2027-04-13', place: 'Fulda', mode: 'IN_PERSON', note: null },
      { number: 2, startsOn: '2027-04-27', endsOn: '2027-04-28', place: 'Kassel', mode: 'HYBRID', note: 'Neuer Ort' },
    ]);
    const changing = stage.database.write(SYSTEM, (tx) => tx.execute('UPDATE session_invitations SET place = NULL'));
    await expect(changing).rejects.toThrow('permission denied');
  });

  it('frees its days when it is cancelled, and never meets again', async () => {
    const session = await stage.planned({ body: 'AK3', startsOn: '2027-04-20', endsOn: '2027-04-20' });
    const cancelled = await done('vorsitz.ak3', session, 'cancelSession', { reason });
    await stage.planned({ body: 'AK3', startsOn: '2027-04-20', endsOn: '2027-04-20' });
    expect(codesOf(await act('vorsitz.ak3', cancelled, 'inviteToSession'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
    const days = { startsOn: '2027-04-20', endsOn: '2027-04-20', place: 'Kassel', mode: 'VIDEO' } as const;
    const other = await stage.planned({ body: 'AK3', startsOn: '2027-04-21', endsOn: '2027-04-21' });
    expect(codesOf(await act('vorsitz.ak3', other, 'moveSession', { reason, days }))).toEqual(['BODY_ALREADY_MEETS']);
    expect(codesOf(await act('vorsitz.ak3', session, 'moveSession', { reason, days }))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('may be moved within the days it takes up already', async () => {
    const session = await stage.planned({ body: 'AK6', startsOn: '2027-04-20', endsOn: '2027-04-22' });
    const days = { startsOn: '2027-04-21', endsOn: '2027-04-23', place: ' ', mode: 'VIDEO' } as const;
    const moved = await done('geschaeftsstelle', session, 'moveSession', { reason, days });
    expect(moved).toMatchObject({ startsOn: '2027-04-21', place: null, mode: 'VIDEO', state: 'PLANNED' });
  });

  it('is opened by one of two who open it at once, and not by the wrong chair', async () => {
    const planned = await stage.planned({ body: 'AK4', startsOn: '2026-11-23', endsOn: '2026-11-23' });
    const session = await done('vorsitz.ak4', planned, 'inviteToSession');
    for (const mail of ['vorsitz.hh', 'vorsitz.ak2', 'mitglied.ak4', 'geschaeftsstelle', 'koordination.he']) {
      expect([mail, ...codesOf(await act(mail, session, 'openSession'))]).toEqual([mail, 'NOT_ENTITLED']);
    }
    expect(codesOf(await act('technik', session, 'openSession'))).toEqual(['NOT_FOUND']);
    const answers = await Promise.all([1, 2].map(() => act('vorsitz.ak4', session, 'openSession')));
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('does not exist under an unknown id', async () => {
    for (const sessionId of [newId(), "'; --"]) {
      const answer = await stage.transition.execute(stage.person('geschaeftsstelle'), {
        sessionId,
        action: 'inviteToSession',
      });
      expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    }
  });

  it('is told to those who are invited: people and guests of the committee, coordinators of the conference', async () => {
    const invitees = new SessionInvitees(new Offices(stage.clock));
    const job = new NotifyParticipantsOfSessionJob(
      ...([new CalendarDates(), invitees, new CalendarHolders(), new Notifications(stage.clock)] as const),
    );
    const told = async (session: Session, event: string): Promise<string[]> => {
      const message = { id: newId(), event, recordKind: 'session', recordId: session.id, data: {} };
      const sent = { ...message, occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
      return stage.database.write(SYSTEM, async (tx) => {
        await job.run(tx, sent);
        const rows = await tx.query<{ mail: string }>(
          `SELECT split_part(mail::text, '@', 1) AS mail FROM notifications JOIN people ON people.id = recipient_id
           WHERE message_id = $1 ORDER BY mail`,
          [message.id],
        );
        return rows.map(({ mail }) => mail);
      });
    };
    const committee = await stage.planned({ body: 'AK2', startsOn: '2027-04-29', endsOn: '2027-04-29' });
    expect(await told(committee, 'session.invited')).toEqual([
      'gast.bka',
      'geschaeftsfuehrung.ak2',
      'mitglied.ak2',
      'vorsitz.ak2',
    ]);
    const main = { body: 'MAIN_CONFERENCE', startsOn: '2027-06-16', endsOn: '2027-06-18' };
    const coordinators = await told(await stage.planned(main), 'session.cancelledAfterInvitation');
    expect(coordinators).toHaveLength(17);
    expect(coordinators.every((mail) => mail.startsWith('koordination.'))).toBe(true);
  });
});
