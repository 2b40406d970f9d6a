import { describe, expect, it } from '@jest/globals';
import { capacityNames, sessionStateNames, type Capacity, type DeadlineKind, type SessionState } from '#glossary';
import { aConference } from '#testing/conferences';
import { deadlinesAreInOrder, movedDays, movesOf, rescheduled, type DayFacts } from '../conference-change.js';
import type { ConferencePaper } from './conference-change-requirements.js';
import { actionsOnConference, decideOnChange, type ConferenceChange } from './conference-decision.js';
import type { ConferenceContext } from './conference-lifecycle.js';
import type { ConferencePlan } from './conference-requirements.js';
import { conferenceStateNames, type Conference, type ConferenceState } from './conference.js';
import type { Session } from './session.js';

const conference = aConference();
const today = '2026-11-23';
const reason = 'Der Tagungsort ist nicht verfügbar.';
const [lastSecondBefore, firstInstant] = [new Date('2027-06-15T21:59:59Z'), new Date('2027-06-15T22:00:00Z')];

const main: Session = {
  id: 'main',
  conferenceId: conference.id,
  body: 'MAIN_CONFERENCE',
  bodies: ['MAIN_CONFERENCE'],
  number: null,
  startsOn: conference.startsOn,
  endsOn: conference.endsOn,
  place: 'Wiesbaden',
  mode: 'IN_PERSON',
  state: 'PLANNED',
  invitedAt: null,
  pendingBallots: 0,
  revision: 1,
};
const preparing: Session = { ...main, id: 'pre', body: 'PRE_CONFERENCE', bodies: ['PRE_CONFERENCE'] };
const pre: Session = { ...preparing, startsOn: '2027-06-02', endsOn: '2027-06-02' };
const committee: Session = {
  ...main,
  id: 'ak',
  body: 'AK2',
  bodies: ['AK2'],
  startsOn: '2027-04-13',
  endsOn: '2027-04-13',
};
const topic: ConferencePaper = { kind: 'topic', id: 't', title: 'Lagebild', stateLabel: 'Angenommen', movesOn: true };

const facts: DayFacts = {
  today: '2027-03-05',
  fixed: new Set(),
  followUpsDue: 0,
  restDayOf: (day) => (day === '2027-06-02' ? 'Feiertag' : null),
};

function planned(given: Partial<ConferencePlan> = {}): ConferencePlan {
  const calendar = { chairOfTerm: 'HE', numberIsTaken: false, cycleIsTaken: false, deadlinesAreInOrder: true } as const;
  return { ...conference, startsOn: '2027-06-23', endsOn: '2027-06-25', ...calendar, ...given };
}

function asking(given: Partial<ConferenceContext> = {}, capacity: Capacity = 'SECRETARIAT'): ConferenceContext {
  const capacities = new Set([capacity]);
  const input = { reason };
  return { now: new Date('2026-11-23T12:00:00Z'), today, capacities, conferencePlan: planned(), input, ...given };
}

function codesOf(action: ConferenceChange, given: Partial<ConferenceContext> = {}, sessions: readonly Session[] = []) {
  const answer = decideOnChange(conference, sessions, action, asking(given));
  return answer.ok ? [] : answer.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

describe('what may be done with a conference', () => {
  it('lies with the secretariat and the chair alone, as long as it is planned', () => {
    const states = Object.keys(conferenceStateNames) as ConferenceState[];
    const matrix = (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) =>
      states.map((state) => {
        const context = asking({ conferencePlan: null, input: null }, capacity);
        const actions = actionsOnConference({ ...conference, state }, [], context);
        const open = actions.filter(({ available }) => available).map(({ action }) => action);
        return `${state} | ${capacity} | ${open.join(', ')}`;
      }),
    );
    expect(matrix.filter((line) => !line.endsWith('| '))).toEqual([
      'PLANNED | SECRETARIAT | rescheduleConference, editConference, cancelConference',
      'PLANNED | CHAIR | rescheduleConference, editConference, cancelConference',
      'PLANNED | SYSTEM | followChairTerm',
    ]);
  });

  it.each(Object.keys(sessionStateNames) as SessionState[])('while its main conference is %s', (state) => {
    const sessions = [{ ...main, state }];
    const actions = actionsOnConference(conference, sessions, asking({ conferencePlan: null, input: null }));
    const open = actions.filter(({ available }) => available).map(({ action }) => action);
    const expected: Readonly<Partial<Record<SessionState, readonly string[]>>> = {
      IN_PROGRESS: ['editConference'],
      CONCLUDED: [],
      MINUTES_DRAFT: [],
      MINUTES_AGREED: [],
    };
    expect(open).toEqual(expected[state] ?? ['rescheduleConference', 'editConference', 'cancelConference']);
  });
});

describe('moving a conference', () => {
  it.each<[string, Partial<ConferenceContext>, readonly Session[], readonly string[]]>([
    ['is possible', {}, [main, pre, committee], []],
    ['needs a reason', { input: { reason: ' ' } }, [], ['REASON_REQUIRED reason']],
    ['needs a reason that can be read', { input: { reason: 'x'.repeat(2001) } }, [], ['FIELD_TOO_LONG reason']],
    ['needs other days', { conferencePlan: planned(conference) }, [], ['NOTHING_MOVED startsOn']],
    [
      'keeps its days in order',
      { conferencePlan: planned({ endsOn: '2027-06-22' }) },
      [],
      ['ENDS_BEFORE_START endsOn'],
    ],
    [
      'does not lead into the past',
      { conferencePlan: planned({ startsOn: '2026-11-20', endsOn: '2026-11-22', year: 2026 }) },
      [],
      ['ALREADY_OVER endsOn'],
    ],
    ['keeps to one year', { conferencePlan: planned({ endsOn: '2028-01-02' }) }, [], ['YEAR_MISMATCH endsOn']],
    [
      'leaves the cycle unique',
      { conferencePlan: planned({ cycleIsTaken: true }) },
      [],
      ['CYCLE_ALREADY_PLANNED season'],
    ],
    ['comes too late once it is over', { today: '2027-06-19' }, [], ['CONFERENCE_OVER']],
    ['comes too late once it is opened', {}, [{ ...main, state: 'IN_PROGRESS' }], ['CONFERENCE_HAS_BEGUN']],
    [
      'comes too late once its agenda is approved',
      { papers: [{ ...topic, kind: 'agenda', movesOn: false, stateLabel: 'Genehmigt' }] },
      [],
      ['AGENDA_APPROVED'],
    ],
    [
      'does not overtake a committee that prepares it',
      { conferencePlan: planned({ startsOn: '2027-04-05', endsOn: '2027-04-07' }) },
      [committee],
      ['COMMITTEE_MEETS_LATER startsOn'],
    ],
  ])('%s', (_label, given, sessions, codes) => {
    expect(codesOf('rescheduleConference', given, sessions)).toEqual(codes);
  });

  it('moves every deadline by as many days and keeps its hour through the change of the clocks', () => {
    const after = rescheduled(conference, { startsOn: '2027-12-01', endsOn: '2027-12-03', chair: 'HE' });
    expect(after).toMatchObject({
      year: 2027,
      registrationDeadline: new Date('2027-08-25T23:59:59+02:00'),
      directRegistrationDeadline: new Date('2027-10-20T23:59:59+02:00'),
      agendaDraftDeadline: new Date('2027-11-03T23:59:59+01:00'),
      finalPapersDeadline: new Date('2027-11-24T23:59:59+01:00'),
      committeesFrom: '2027-09-22',
      committeesTo: '2027-10-13',
      preConferenceOn: '2027-11-17',
    });
  });

  it('takes along the sessions that hang on its first day, and no committee', () => {
    const after = rescheduled(conference, { startsOn: '2027-06-23', endsOn: '2027-06-24', chair: 'HE' });
    const moves = movesOf(conference, after, [committee, pre, main], today);
    expect(moves.map(({ session, startsOn, endsOn }) => [session.id, startsOn, endsOn])).toEqual([
      ['main', '2027-06-23', '2027-06-24'],
      ['pre', '2027-06-09', '2027-06-09'],
    ]);
  });

  it('leaves a session alone that has taken place, was cancelled, or is over', () => {
    const after = rescheduled(conference, { startsOn: '2027-06-23', endsOn: '2027-06-25', chair: 'HE' });
    const done: readonly Session[] = [{ ...pre, state: 'CONCLUDED' }, { ...pre, state: 'CANCELLED' }, pre];
    expect(movesOf(conference, after, done, '2027-06-03')).toEqual([]);
  });

  it('leaves a deadline with an instant of its own where it is, and shows it all the same', () => {
    const stays = new Set(['AGENDA_DRAFT', 'COMMITTEE_SESSIONS'] as const);
    const after = rescheduled(conference, { startsOn: '2027-06-23', endsOn: '2027-06-25', chair: 'HE' }, stays);
    const { agendaDraftDeadline, committeesFrom, committeesTo } = conference;
    expect(after).toMatchObject({ agendaDraftDeadline, committeesFrom, committeesTo, preConferenceOn: '2027-06-09' });
    const days = movedDays(conference, after, [], { ...facts, fixed: stays });
    expect(
      days.filter(({ isFixed }) => isFixed).map(({ label, before, after: then }) => [label, before, then]),
    ).toEqual([
      ['Sitzungen der Arbeitskreise ab', '2027-04-07', '2027-04-07'],
      ['Sitzungen der Arbeitskreise bis', '2027-04-28', '2027-04-28'],
      ['Entwurf der Tagesordnung bis', '2027-05-19', '2027-05-19'],
    ]);
  });

  it.each<[string, Partial<Conference>, DeadlineKind | null, boolean]>([
    ['as it was planned', {}, null, true],
    ['with the ways in the wrong order', { registrationDeadline: new Date('2027-05-06T00:00:00Z') }, null, false],
    ['with registration on the first day', { directRegistrationDeadline: firstInstant }, null, false],
    ['with registration a second before', { directRegistrationDeadline: lastSecondBefore }, null, true],
    [
      'with registration to a special session while it lasts',
      { directRegistrationDeadline: new Date('2027-06-18T21:59:59Z'), season: 'SPECIAL' },
      null,
      true,
    ],
    [
      'with registration to a special session after it',
      { directRegistrationDeadline: new Date('2027-06-18T22:00:00Z'), season: 'SPECIAL' },
      null,
      false,
    ],
    ['with papers that stay on the first day', { finalPapersDeadline: firstInstant }, 'FINAL_PAPERS', false],
    ['with papers that stay a second before', { finalPapersDeadline: lastSecondBefore }, 'FINAL_PAPERS', true],
    ['with papers that the profile wants on the first day', { finalPapersDeadline: firstInstant }, null, true],
    ['with a draft that stays on the first day', { agendaDraftDeadline: firstInstant }, 'AGENDA_DRAFT', false],
    ['with committees that stay on the first day', { committeesTo: '2027-06-16' }, 'COMMITTEE_SESSIONS', false],
    ['with committees that stay on the day before', { committeesTo: '2027-06-15' }, 'COMMITTEE_SESSIONS', true],
    ['with a pre-conference that stays on the first day', { preConferenceOn: '2027-06-16' }, 'PRE_CONFERENCE', false],
    ['with a pre-conference that stays on the day before', { preConferenceOn: '2027-06-15' }, 'PRE_CONFERENCE', true],
  ])('finds a conference in order or not: %s', (_what, given, stays, isInOrder) => {
    const staying = new Set(stays === null ? [] : [stays]);
    expect(deadlinesAreInOrder({ ...conference, ...given }, staying)).toBe(isInOrder);
  });

  it('shows old and new day of all that moves, and which of them are over by then', () => {
    const after = rescheduled(conference, { startsOn: '2027-06-09', endsOn: '2027-06-11', chair: 'HE' });
    const days = movedDays(conference, after, movesOf(conference, after, [main, pre], '2027-03-05'), facts);
    expect(days.filter(({ restDay }) => restDay !== null).map(({ label }) => label)).toEqual([
      'Endgültige Unterlagen bis',
    ]);
    expect(days.map(({ label, before, after: then, isOver }) => [label, before, then, isOver])).toEqual([
      ['Erster Tag', '2027-06-16', '2027-06-09', false],
      ['Letzter Tag', '2027-06-18', '2027-06-11', false],
      ['Anmeldung über die Arbeitskreise bis', '2027-03-10', '2027-03-03', true],
      ['Sitzungen der Arbeitskreise ab', '2027-04-07', '2027-03-31', false],
      ['Sitzungen der Arbeitskreise bis', '2027-04-28', '2027-04-21', false],
      ['Direkte Anmeldung bis', '2027-05-05', '2027-04-28', false],
      ['Entwurf der Tagesordnung bis', '2027-05-19', '2027-05-12', false],
      ['Vorkonferenz', '2027-06-02', '2027-05-26', false],
      ['Endgültige Unterlagen bis', '2027-06-09', '2027-06-02', false],
      ['Widerspruch gegen Freigaben bis', '2027-06-18', '2027-06-11', false],
      ['Sitzung Hauptkonferenz', '2027-06-16', '2027-06-09', false],
      ['Sitzung Hauptkonferenz: letzter Tag', '2027-06-18', '2027-06-11', false],
      ['Sitzung Vorkonferenz', '2027-06-02', '2027-05-26', false],
    ]);
  });

  it('shows how many follow-ups are due on the new first day, where there are any', () => {
    const linesWith = (followUpsDue: number, days: Pick<Conference, 'startsOn' | 'endsOn'>): readonly unknown[] =>
      movedDays(conference, rescheduled(conference, { ...days, chair: 'HE' }), [], { ...facts, followUpsDue })
        .filter(({ label }) => label.startsWith('Fällige Aufträge'))
        .map(({ label, before, after, isFixed }) => [label, before, after, isFixed]);
    const later = { startsOn: '2027-06-23', endsOn: '2027-06-25' };
    expect(linesWith(3, later)).toEqual([['Fällige Aufträge (3)', '2027-06-16', '2027-06-23', false]]);
    expect(linesWith(0, later)).toEqual([]);
    expect(linesWith(3, { startsOn: '2027-06-16', endsOn: '2027-06-17' })).toEqual([]);
  });
});

describe('editing a conference', () => {
  it('changes number, name and place and nothing else', () => {
    const plan = planned({ number: 300, name: 'Frühjahrskonferenz am Rhein', place: 'Mainz' });
    const answer = decideOnChange(conference, [], 'editConference', asking({ conferencePlan: plan, input: {} }));
    const { number, name, place } = plan;
    expect(answer).toMatchObject({ ok: true, conference: { ...conference, number, name, place, revision: 2 } });
  });

  it.each<[string, Partial<ConferencePlan>, readonly string[]]>([
    ['a number that is taken', { numberIsTaken: true }, ['NUMBER_TAKEN number']],
    ['half a number', { number: 1.5 }, ['NUMBER_IMPLAUSIBLE number']],
    ['a place of 201 characters', { place: 'x'.repeat(201) }, ['PLACE_TOO_LONG place']],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, ['NAME_TOO_LONG name']],
  ])('refuses %s', (_label, given, codes) => {
    expect(codesOf('editConference', { conferencePlan: planned(given), input: {} })).toEqual(codes);
  });

  it('leaves a conference that is concluded or over as it is printed', () => {
    expect(codesOf('editConference', { input: {} }, [{ ...main, state: 'CONCLUDED' }])).toEqual([
      'CONFERENCE_CONCLUDED',
    ]);
    expect(codesOf('editConference', { input: {}, today: '2027-06-19' })).toEqual(['CONFERENCE_OVER']);
  });
});

describe('cancelling a conference', () => {
  const successor = { id: 'autumn', startsOn: '2027-12-01', isAhead: true };

  it.each<[string, Partial<ConferenceContext>, readonly string[]]>([
    ['without topics needs no other conference', {}, []],
    ['with open topics asks where they go on', { papers: [topic] }, ['TOPICS_NEED_CONFERENCE successorId']],
    ['lets open topics go on at a later conference', { papers: [topic], successor }, []],
    ['needs a reason', { input: {} }, ['REASON_REQUIRED reason']],
    [
      'lets no topic go on at an earlier conference',
      { papers: [topic], successor: { ...successor, startsOn: '2027-06-01' } },
      ['CONFERENCE_NOT_LATER successorId'],
    ],
    [
      'lets no topic go on at a conference that does not take place',
      { papers: [topic], successor: { ...successor, isAhead: false } },
      ['CONFERENCE_NOT_LATER successorId'],
    ],
    [
      'knows no conference that nobody knows',
      { input: { reason, successorId: 'x' } },
      ['CONFERENCE_UNKNOWN successorId'],
    ],
    ['waits for a topic that is voted on', { papers: [{ ...topic, movesOn: false }], successor }, ['TOPIC_TOO_FAR']],
    [
      'comes too late once its agenda is approved',
      { papers: [{ ...topic, kind: 'agenda', movesOn: false }] },
      ['AGENDA_APPROVED'],
    ],
    ['comes too late once it is over', { today: '2027-06-19' }, ['CONFERENCE_OVER']],
  ])('%s', (_label, given, codes) => {
    expect(codesOf('cancelConference', given)).toEqual(codes);
  });

  it('says where its topics go on', () => {
    const answer = decideOnChange(conference, [], 'cancelConference', asking({ papers: [topic], successor }));
    expect(answer).toMatchObject({ ok: true, conference: { state: 'CANCELLED', successorId: 'autumn' }, reason });
  });
});
