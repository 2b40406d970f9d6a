import { describe, expect, it } from '@jest/globals';
import { capacityNames, sessionStateNames, type Capacity, type SessionState } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import {
  actionsOnParticipant,
  announcingOf,
  decideOnParticipant,
  participantLifecycle,
  type ParticipantContext,
} from './participant-lifecycle.js';
import { representativesOn, type AnnouncedParticipant, type Participant, type Representation } from './participant.js';
import type { Session } from './session.js';

const session: Session = {
  id: 'session',
  conferenceId: 'conference',
  body: 'MAIN_CONFERENCE',
  bodies: ['MAIN_CONFERENCE'],
  number: null,
  startsOn: '2027-06-16',
  endsOn: '2027-06-18',
  place: 'Wiesbaden',
  mode: 'HYBRID',
  state: 'IN_PROGRESS',
  invitedAt: null,
  pendingBallots: 0,
  revision: 1,
};
const announced: AnnouncedParticipant = {
  name: ' Ilse Beispiel ',
  office: ' Staatssekretärin ',
  party: 'HE',
  body: null,
  role: 'HEAD_OF_DELEGATION',
};
const participant: Participant = {
  ...announced,
  id: 'participant',
  sessionId: session.id,
  name: 'Ilse Beispiel',
  attendance: 'EXPECTED',
  state: 'ANNOUNCED',
  revision: 1,
};

function asking(capacity: Capacity, given: Partial<ParticipantContext> = {}): ParticipantContext {
  const context = { announced: null, attendance: null, others: [], ownParties: ['HE'] as const };
  return { now: new Date('2027-06-16T08:00:00Z'), capacities: new Set([capacity]), ...context, ...given };
}

const codesOf = (answer: ReturnType<typeof decideOnParticipant>): string[] =>
  answer.ok ? [] : answer.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));

const announce = (given: Partial<AnnouncedParticipant>, context: Partial<ParticipantContext> = {}): string[] =>
  codesOf(
    decideOnParticipant(
      { id: 'new' },
      session,
      'announceParticipant',
      asking('PARTY_COORDINATOR', { announced: { ...announced, ...given }, ...context }),
    ),
  );

describe('the lifecycle of a participation', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(participantLifecycle)).toEqual([]);
  });

  it('lets these people do these things, by the state of the session', () => {
    const capacities = Object.keys(capacityNames) as Capacity[];
    const rows = capacities.map((capacity) => {
      const cells = (Object.keys(sessionStateNames) as SessionState[]).map((state) => {
        const at = { ...session, state };
        const open = [announcingOf(at, asking(capacity)), ...actionsOnParticipant(participant, at, asking(capacity))];
        return [state, open.flatMap(({ action, available }) => (available ? [action] : [])).join(' ')] as const;
      });
      return [capacity, Object.fromEntries(cells.filter(([, actions]) => actions !== ''))] as const;
    });
    expect(Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0))).toMatchSnapshot();
  });

  it('announces without blanks around the name, and waits for the attendance', () => {
    const answer = decideOnParticipant(
      { id: 'new' },
      session,
      'announceParticipant',
      asking('SECRETARIAT', { announced }),
    );
    expect(answer).toMatchObject({
      ok: true,
      participant: { name: 'Ilse Beispiel', office: 'Staatssekretärin', attendance: 'EXPECTED', revision: 1 },
    });
    const there = decideOnParticipant(
      participant,
      session,
      'recordAttendance',
      asking('SECRETARIAT', { attendance: 'REMOTE' }),
    );
    expect(there).toMatchObject({ ok: true, participant: { attendance: 'REMOTE', state: 'ANNOUNCED', revision: 2 } });
  });
});

describe('announcing somebody', () => {
  it.each<[string, Partial<AnnouncedParticipant>, Partial<ParticipantContext>, string[]]>([
    ['of the own party', {}, {}, []],
    ['of another party', { party: 'BY' }, {}, ['NOT_OWN_PARTY party']],
    ['of no party, as a coordinator', { party: null, role: 'GUEST' }, {}, ['NOT_OWN_PARTY party']],
    ['of no party, as secretariat', { party: null, role: 'GUEST' }, { capacities: new Set(['SECRETARIAT']) }, []],
    ['without a name', { name: ' ' }, {}, ['FIELD_REQUIRED name']],
    ['with a name of 201 characters', { name: 'x'.repeat(201) }, {}, ['FIELD_TOO_LONG name']],
    ['with an office of 201 characters', { office: 'x'.repeat(201) }, {}, ['FIELD_TOO_LONG office']],
    ['for two places', { body: 'AK2' }, {}, ['TWO_PLACES body']],
    ['twice', { role: 'DELEGATION' }, { others: [participant] }, ['ALREADY_ANNOUNCED name']],
    ['as a second head', { name: 'Kim' }, { others: [participant] }, ['HEAD_ALREADY_NAMED role']],
    ['as head of nothing', { party: null }, { capacities: new Set(['SECRETARIAT']) }, ['HEAD_WITHOUT_PARTY role']],
  ])('%s', (_label, given, context, codes) => {
    expect(announce(given, context)).toEqual(codes);
  });
});

describe('who sits for a party', () => {
  const named = (day: string, number: number, name: string): Representation => {
    const by = { office: 'Minister', namedBy: 'Kim', namedAt: new Date('2027-06-01T08:00:00Z') };
    return { sessionId: session.id, party: 'HE', number, day, name, ...by };
  };
  const all = [named('2027-06-16', 1, 'Erste'), named('2027-06-18', 2, 'Dritte'), named('2027-06-16', 3, 'Zweite')];

  it.each([
    ['2027-06-15', undefined],
    ['2027-06-16', 'Zweite'],
    ['2027-06-17', 'Zweite'],
    ['2027-06-18', 'Dritte'],
  ])('on %s is the last one named for that day or before', (day, name) => {
    expect(representativesOn(all, day).get('HE')?.name).toBe(name);
  });
});
