import { describe, expect, it } from '@jest/globals';
import {
  bodyShortNames,
  capacityNames,
  sessionStateNames,
  type BodyCode,
  type Capacity,
  type SessionState,
} from '#glossary';
import { ALL_AUDIENCE, audienceOfBody, audienceOfGuests } from '#organisation';
import { faultsOf } from '#platform/lifecycle';
import { aConference } from '#testing/conferences';
import { audienceOfSession } from './session-audience.js';
import { actionsOnSession, decideOnPlan, decideOnSession, planningOf } from './session-decision.js';
import { sessionLifecycle, type SessionContext } from './session-lifecycle.js';
import type { SessionPlan } from './session-requirements.js';
import { titleOfSession, type Session } from './session.js';

const conference = aConference();
const capacities = Object.keys(capacityNames) as Capacity[];

const ofCommittee: Session = {
  id: 'session',
  conferenceId: conference.id,
  body: 'AK2',
  bodies: ['AK2'],
  number: null,
  startsOn: '2027-04-13',
  endsOn: '2027-04-14',
  place: 'Fulda',
  mode: 'IN_PERSON',
  state: 'PLANNED',
  invitedAt: null,
  pendingBallots: 0,
  revision: 1,
};
const main: Session = {
  ...ofCommittee,
  body: 'MAIN_CONFERENCE',
  bodies: ['MAIN_CONFERENCE'],
  startsOn: conference.startsOn,
  endsOn: conference.endsOn,
};
const plan: SessionPlan = { ...ofCommittee, busyBodies: [], numberIsTaken: false, missingBodies: [] };

function asking(capacity: Capacity, given: Partial<SessionContext> = {}): SessionContext {
  const now = new Date('2027-04-13T08:00:00Z');
  return {
    now,
    today: '2027-04-13',
    capacities: new Set([capacity]),
    ownParties: [],
    plan: null,
    input: null,
    ...given,
  };
}

const codesOf = (answer: ReturnType<typeof decideOnSession>): string[] =>
  answer.ok ? [] : answer.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));

/** State × capacity → actions; a capacity that may do nothing in any state is left out. */
function matrixOf(session: Session, today: string): Record<string, Record<string, string>> {
  const states = Object.keys(sessionStateNames) as SessionState[];
  const rows = capacities.map((capacity) => {
    const cells = states.map((state) => {
      const actions = actionsOnSession({ ...session, state }, conference, asking(capacity, { today }));
      const open = actions.filter(({ available }) => available).map(({ action }) => action);
      return [state, open.join(' ')] as const;
    });
    return [capacity, Object.fromEntries(cells.filter(([, open]) => open !== ''))] as const;
  });
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0));
}

describe('the lifecycle of a session', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(sessionLifecycle)).toEqual([]);
  });

  it('lets these people do these things with a session of a committee on its day', () => {
    expect(matrixOf(ofCommittee, '2027-04-13')).toMatchSnapshot();
  });

  it('lets these people do these things with the main conference on its first day', () => {
    expect(matrixOf(main, conference.startsOn)).toMatchSnapshot();
  });

  it.each(capacities)('lets %s plan only as an office or as an officer of the committee', (capacity) => {
    const may = ['SECRETARIAT', 'CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'].includes(capacity);
    expect(codesOf(decideOnPlan('id', conference, { ...asking(capacity), plan }))).toEqual(may ? [] : ['NOT_ENTITLED']);
    expect(planningOf(conference, asking(capacity)).available).toBe(may);
  });

  it('plans nothing for a conference that is over', () => {
    const later = asking('SECRETARIAT', { today: '2027-06-19' });
    expect(planningOf(conference, later).refusals.map(({ code }) => code)).toEqual(['CONFERENCE_OVER']);
  });
});

describe('a session', () => {
  const input = { reason: 'Der Saal ist gesperrt.' };

  it('needs a new invitation once it was moved', () => {
    const invited: Session = { ...ofCommittee, state: 'INVITED', invitedAt: new Date('2027-03-01T08:00:00Z') };
    const moved = { ...plan, startsOn: '2027-04-20', endsOn: '2027-04-21', place: 'Kassel' };
    const answer = decideOnSession(
      invited,
      conference,
      'moveSession',
      asking('COMMITTEE_CHAIR', { plan: moved, input }),
    );
    expect(answer).toMatchObject({
      ok: true,
      session: { state: 'PLANNED', startsOn: '2027-04-20', place: 'Kassel', invitedAt: null, revision: 2 },
      reason: input.reason,
    });
  });

  it('freezes day and place in its invitation', () => {
    const context = asking('COMMITTEE_SECRETARY', { input: { note: ' Bitte Ausweis mitbringen. ' } });
    expect(decideOnSession(ofCommittee, conference, 'inviteToSession', context)).toMatchObject({
      session: { state: 'INVITED', invitedAt: context.now },
      invitation: { startsOn: '2027-04-13', place: 'Fulda', note: 'Bitte Ausweis mitbringen.' },
    });
  });

  it.each<[string, Parameters<typeof decideOnSession>[2], Partial<Session>, Partial<SessionContext>, string[]]>([
    ['is moved for a reason', 'moveSession', {}, { plan, input: { reason: ' ' } }, ['REASON_REQUIRED reason']],
    ['is cancelled for a reason', 'cancelSession', {}, { input: {} }, ['REASON_REQUIRED reason']],
    [
      'is cancelled for a reason that can be read',
      'cancelSession',
      {},
      { input: { reason: 'x'.repeat(2001) } },
      ['FIELD_TOO_LONG reason'],
    ],
    ['invites to a place', 'inviteToSession', { place: null }, { input: {} }, ['PLACE_MISSING place']],
    ['needs no place as a video conference', 'inviteToSession', { place: null, mode: 'VIDEO' }, { input: {} }, []],
    ['invites to no past day', 'inviteToSession', {}, { today: '2027-04-15', input: {} }, ['ALREADY_OVER']],
    ['is not opened before its day', 'openSession', { state: 'INVITED' }, { today: '2027-04-12' }, ['NOT_YET']],
    ['is opened on its last day', 'openSession', { state: 'INVITED' }, { today: '2027-04-14' }, []],
    ['is not opened without invitation', 'openSession', {}, {}, ['NOT_POSSIBLE_IN_STATE']],
    [
      'is concluded once it has voted',
      'concludeSession',
      { state: 'IN_PROGRESS', pendingBallots: 1 },
      {},
      ['BALLOT_PENDING'],
    ],
    ['is not cancelled once opened', 'cancelSession', { state: 'IN_PROGRESS' }, { input }, ['NOT_POSSIBLE_IN_STATE']],
    ['has no minutes before it is concluded', 'draftMinutes', { state: 'IN_PROGRESS' }, {}, ['NOT_POSSIBLE_IN_STATE']],
  ])('%s', (_label, action, given, context, codes) => {
    const answer = decideOnSession(
      { ...ofCommittee, ...given },
      conference,
      action,
      asking('COMMITTEE_CHAIR', context),
    );
    expect(codesOf(answer)).toEqual(codes);
  });

  it.each<[string, Partial<SessionPlan>, string[]]>([
    ['weeks before the conference', {}, []],
    [
      'as pre-conference on the first day',
      { bodies: ['PRE_CONFERENCE'], startsOn: '2027-06-16', endsOn: '2027-06-16' },
      [],
    ],
    [
      'on the days of the conference',
      { bodies: ['MAIN_CONFERENCE'], startsOn: '2027-06-16', endsOn: '2027-06-18' },
      [],
    ],
    [
      'as main conference a day earlier',
      { bodies: ['MAIN_CONFERENCE'], startsOn: '2027-06-15', endsOn: '2027-06-18' },
      ['OUTSIDE_THE_CONFERENCE startsOn'],
    ],
    [
      'as main conference a day longer',
      { bodies: ['MAIN_CONFERENCE'], startsOn: '2027-06-16', endsOn: '2027-06-19' },
      ['OUTSIDE_THE_CONFERENCE startsOn'],
    ],
    ['after the conference', { startsOn: '2027-06-19', endsOn: '2027-06-19' }, ['AFTER_THE_CONFERENCE endsOn']],
    ['from back to front', { endsOn: '2027-04-12' }, ['ENDS_BEFORE_START endsOn']],
    ['yesterday', { startsOn: '2027-04-12', endsOn: '2027-04-12' }, ['ALREADY_OVER endsOn']],
    ['of a body that does not exist then', { missingBodies: ['AK2'] }, ['UNKNOWN_BODY body']],
    ['while it meets already', { busyBodies: ['AK2'] }, ['BODY_ALREADY_MEETS startsOn']],
    ['at a place of 201 characters', { place: 'x'.repeat(201) }, ['PLACE_TOO_LONG place']],
    ['under a number that is taken', { number: 7, numberIsTaken: true }, ['NUMBER_TAKEN number']],
    ['of nobody', { bodies: [] }, ['BODY_REQUIRED body']],
  ])('is planned %s', (_label, given, codes) => {
    const context = { ...asking('SECRETARIAT'), plan: { ...plan, ...given } };
    expect(codesOf(decideOnPlan('id', conference, context))).toEqual(codes);
  });

  it('is called by its bodies and its number', () => {
    const { names } = conference;
    expect(titleOfSession({ bodies: ['AK2'], number: 89 }, names)).toBe('89. Sitzung AK II');
    expect(titleOfSession({ bodies: ['AK2', 'AK4'], number: null }, names)).toBe('AK II mit AK IV');
  });
});

describe('the audience of a session', () => {
  const codes = { everybody: ALL_AUDIENCE, body: audienceOfBody, guests: audienceOfGuests };

  it.each(Object.keys(bodyShortNames) as BodyCode[])('of %s is everybody and the guests of the body alone', (body) => {
    const audience = audienceOfSession([body], codes);
    expect(ALL_AUDIENCE.filter((code) => !audience.includes(code))).toEqual([]);
    expect(audience.filter((code) => !ALL_AUDIENCE.includes(code))).toEqual([audienceOfGuests(body)]);
  });

  it('has the guests of each of several bodies', () => {
    const audience = audienceOfSession(['AK2', 'AK4'], codes);
    expect(audience.filter((code) => code < 0)).toEqual([audienceOfGuests('AK4'), audienceOfGuests('AK2')]);
  });
});
