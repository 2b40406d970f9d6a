import { describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity, type Season } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { aConference, aProfile } from '#testing/conferences';
import { asEntry, decide, notYetPlanned } from './conference-decision.js';
import { conferenceLifecycle, type ConferenceContext } from './conference-lifecycle.js';
import type { ConferencePlan } from './conference-requirements.js';
import { titleOf } from './conference.js';

const spring: ConferencePlan = {
  number: 227,
  name: null,
  season: 'SPRING',
  year: 2027,
  place: 'Wiesbaden',
  startsOn: '2027-06-16',
  endsOn: '2027-06-18',
  chair: 'HE',
  chairOfTerm: 'HE',
  numberIsTaken: false,
  cycleIsTaken: false,
  deadlinesAreInOrder: true,
};

const conference = aConference();

function context(
  plans: Partial<Omit<ConferenceContext, 'input'>>,
  capacity: Capacity = 'SECRETARIAT',
): ConferenceContext {
  const now = new Date('2026-11-23T12:00:00Z');
  const today = '2026-11-23';
  return { now, today, capacities: new Set([capacity]), conferencePlan: null, input: {}, ...plans };
}

function refusalsOf(verdict: ReturnType<typeof decide>): string[] {
  return verdict.ok ? [] : verdict.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

function planning(traits: Partial<ConferencePlan>): string[] {
  return refusalsOf(decide(notYetPlanned, 'planConference', context({ conferencePlan: { ...spring, ...traits } })));
}

describe('the lifecycle of a conference', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(conferenceLifecycle)).toEqual([]);
  });

  it.each(Object.keys(capacityNames) as Capacity[])('lets %s plan only as secretariat or chair', (capacity) => {
    const expected = capacity === 'SECRETARIAT' || capacity === 'CHAIR' ? [] : ['NOT_ENTITLED'];
    const conferencePlan = context({ conferencePlan: spring }, capacity);
    expect(refusalsOf(decide(notYetPlanned, 'planConference', conferencePlan))).toEqual(expected);
  });

  it.each(Object.keys(capacityNames) as Capacity[])(
    'lets %s take a conference from the archive only as the system',
    (capacity) => {
      const over = { ...spring, endsOn: '2026-06-18', startsOn: '2026-06-16', year: 2026 };
      const verdict = decide(notYetPlanned, 'importConference', context({ conferencePlan: over }, capacity));
      expect(refusalsOf(verdict)).toEqual(capacity === 'SYSTEM' ? [] : ['NOT_ENTITLED']);
    },
  );

  it('plans no conference twice', () => {
    expect(refusalsOf(decide(asEntry(conference), 'planConference', context({ conferencePlan: spring })))).toEqual([
      'NOT_POSSIBLE_IN_STATE',
    ]);
  });

  it('says nothing of the plan to who may not plan', () => {
    const absurd = context({ conferencePlan: { ...spring, number: -1, numberIsTaken: true } }, 'READER');
    expect(refusalsOf(decide(notYetPlanned, 'planConference', absurd))).toEqual(['NOT_ENTITLED']);
  });
});

describe('planning a conference', () => {
  it.each<[string, Partial<ConferencePlan>, readonly string[]]>([
    ['a sound plan', {}, []],
    ['a conference of one day', { endsOn: '2027-06-16' }, []],
    ['no number and no place', { number: null, place: null }, []],
    [
      'a year without a chair term',
      { year: 2040, startsOn: '2040-06-04', endsOn: '2040-06-06', chairOfTerm: null },
      [],
    ],
    ['days the wrong way round', { endsOn: '2027-06-15' }, ['ENDS_BEFORE_START endsOn']],
    ['a beginning in another year', { year: 2028 }, ['YEAR_MISMATCH startsOn']],
    ['an end in another year', { endsOn: '2028-06-18' }, ['YEAR_MISMATCH endsOn']],
    ['a year before Christ', { year: -5 }, ['YEAR_MISMATCH startsOn']],
    ['yesterday', { year: 2026, startsOn: '2026-11-20', endsOn: '2026-11-22' }, ['ALREADY_OVER endsOn']],
    ['a conference that ends today', { year: 2026, startsOn: '2026-11-20', endsOn: '2026-11-23' }, []],
    ['number zero', { number: 0 }, ['NUMBER_IMPLAUSIBLE number']],
    ['a number of five digits', { number: 10_000 }, ['NUMBER_IMPLAUSIBLE number']],
    ['a number that is taken', { numberIsTaken: true }, ['NUMBER_TAKEN number']],
    ['deadlines after the first day', { deadlinesAreInOrder: false }, ['DEADLINES_OUT_OF_ORDER registrationDeadline']],
    ['the same cycle again', { cycleIsTaken: true }, ['CYCLE_ALREADY_PLANNED season']],
    ['the Bund in the chair', { chair: 'BUND' }, ['CHAIR_IS_NO_LAND chair']],
    ['a Land that does not chair then', { chair: 'MV' }, ['CHAIR_DIFFERS_FROM_TERM chair']],
    ['a place of 200 characters', { place: 'x'.repeat(200) }, []],
    ['a place of 201 characters', { place: 'x'.repeat(201) }, ['PLACE_TOO_LONG place']],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, ['NAME_TOO_LONG name']],
  ])('with %s', (_label, traits, refusals) => {
    expect(planning(traits)).toEqual(refusals);
  });

  it('names all that is wrong at once', () => {
    expect(planning({ number: 0, endsOn: '2027-06-01', chair: 'BUND' })).toEqual([
      'NUMBER_IMPLAUSIBLE number',
      'ENDS_BEFORE_START endsOn',
      'CHAIR_IS_NO_LAND chair',
    ]);
  });
});

describe('the title of a conference', () => {
  it.each<[number | null, Season, string | null, string]>([
    [225, 'SPRING', 'Hamburg', '225. Sitzung, Frühjahr 2027, Hamburg'],
    [226, 'AUTUMN', null, '226. Sitzung, Herbst 2027'],
    [null, 'SPECIAL', 'Berlin', 'Sondersitzung 2027, Berlin'],
    [null, 'SPECIAL', null, 'Sondersitzung 2027'],
  ])('leaves out what is not known', (number, season, place, title) => {
    expect(titleOf({ ...conference, number, season, place })).toBe(title);
  });

  it('takes the name of its own for the season', () => {
    const named = aConference({ number: null, season: 'SPECIAL', name: 'Sondersitzung zur Lage', place: 'Berlin' });
    expect(titleOf(named)).toBe('Sondersitzung zur Lage, Berlin');
  });

  it('begins with the abbreviation of another conference of ministers', () => {
    const names = { ...aProfile().names, shortName: 'JMK' };
    expect(titleOf(aConference({ profileCode: 'JMK', names, number: 98 }))).toBe(
      'JMK, 98. Sitzung, Frühjahr 2027, Wiesbaden',
    );
  });
});
