import { describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { aProfile } from '#testing/conferences';
import {
  conferenceProfileLifecycle,
  decideOnProfile,
  type AcceptedProfile,
  type ConferenceProfileAction,
} from './conference-profile-lifecycle.js';
import { bodyNameIn, listNameIn, type ConferenceNames, type ConferenceProfile } from './conference-profile.js';

const now = new Date('2026-11-23T12:00:00Z');

function deciding(
  action: ConferenceProfileAction,
  given: Partial<ConferenceProfile> = {},
  { capacity = 'SECRETARIAT', codeIsTaken = false }: { capacity?: Capacity; codeIsTaken?: boolean } = {},
): ReturnType<typeof decideOnProfile> {
  const { id, revision: _revision, code, ...values } = aProfile(given);
  const before = action === 'createConferenceProfile' ? null : aProfile();
  return decideOnProfile(before, id, action, { now, capacities: new Set([capacity]), values, code, codeIsTaken });
}

function refusalsOf(verdict: ReturnType<typeof decideOnProfile>): string[] {
  return verdict.ok ? [] : verdict.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

function accepted(verdict: ReturnType<typeof decideOnProfile>): AcceptedProfile {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals));
  return verdict;
}

const named = (given: Partial<ConferenceNames>): Partial<ConferenceProfile> => ({
  names: { ...aProfile().names, ...given },
});

describe('the lifecycle of a conference profile', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(conferenceProfileLifecycle)).toEqual([]);
  });

  it.each(Object.keys(capacityNames) as Capacity[])('lets %s create and edit only as secretariat', (capacity) => {
    const expected = capacity === 'SECRETARIAT' ? [] : ['NOT_ENTITLED'];
    expect(refusalsOf(deciding('createConferenceProfile', {}, { capacity }))).toEqual(expected);
    expect(refusalsOf(deciding('editConferenceProfile', {}, { capacity }))).toEqual(expected);
  });

  it('says nothing of mistakes to who may not edit', () => {
    expect(refusalsOf(deciding('editConferenceProfile', { minYes: 99 }, { capacity: 'CHAIR' }))).toEqual([
      'NOT_ENTITLED',
    ]);
  });

  it('tells which values an edit changed, and counts it', () => {
    const { profile, changed, emits } = accepted(
      deciding('editConferenceProfile', { minYes: 13, adoptionRule: 'MAJORITY', ...named({ shortName: 'JMK' }) }),
    );
    expect(profile.revision).toBe(2);
    expect(emits).toBe('conferenceProfile.edited');
    expect(changed).toEqual({
      minYes: 13,
      adoptionRule: 'MAJORITY',
      names: { ...aProfile().names, shortName: 'JMK' },
    });
  });
});

describe('a conference profile', () => {
  it.each<[string, Partial<ConferenceProfile>, readonly string[]]>([
    ['a majority of 13', { adoptionRule: 'MAJORITY', minYes: 13 }, []],
    ['a majority of 9', { adoptionRule: 'MAJORITY', minYes: 9 }, []],
    ['half of the Länder as majority', { adoptionRule: 'MAJORITY', minYes: 8 }, ['NO_MAJORITY minYes']],
    ['no Yes at all', { minYes: 0 }, ['MIN_YES_IMPLAUSIBLE minYes']],
    ['more Yes than Länder', { minYes: 17 }, ['MIN_YES_IMPLAUSIBLE minYes']],
    ['half a Land', { minYes: 1.5 }, ['MIN_YES_IMPLAUSIBLE minYes']],
    ['no name', { name: ' ' }, ['FIELD_REQUIRED name']],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, ['FIELD_TOO_LONG name']],
    ['everything in the same week', sameWeek(3), []],
    ['everything on the first day', sameWeek(0), []],
    [
      'a draft of the agenda before the registration ends',
      { agendaDraftWeeks: 7 },
      ['SCHEDULE_OUT_OF_ORDER agendaDraftWeeks'],
    ],
    ['weeks after the conference', { finalPapersWeeks: -1 }, ['WEEKS_IMPLAUSIBLE finalPapersWeeks']],
    ['more than a year', { registrationWeeks: 53 }, ['WEEKS_IMPLAUSIBLE registrationWeeks']],
    ['no working day', { writtenProcedureUrgentDays: 0 }, ['DAYS_IMPLAUSIBLE writtenProcedureUrgentDays']],
    ['a written procedure that closes at once', { writtenProcedureLeavesHours: 0 }, []],
    ['half an hour to vote', { writtenProcedureLeavesHours: 0.5 }, ['HOURS_IMPLAUSIBLE writtenProcedureLeavesHours']],
    [
      'a longer wait than any deadline',
      { writtenProcedureLeavesHours: 241 },
      ['HOURS_IMPLAUSIBLE writtenProcedureLeavesHours'],
    ],
    ['comments that end before they begin', { commentToDays: 4 }, ['DAYS_OUT_OF_ORDER commentToDays']],
    [
      'an urgent procedure longer than a usual one',
      { writtenProcedureUrgentDays: 11 },
      ['DAYS_OUT_OF_ORDER writtenProcedureUrgentDays'],
    ],
    ['no abbreviation', named({ shortName: '' }), ['FIELD_REQUIRED shortName']],
    ['a body without a name', named({ bodies: { AK1: ' ' } }), ['FIELD_REQUIRED bodies']],
    ['a list with a long name', named({ lists: { CONSENT: 'x'.repeat(201) } }), ['FIELD_TOO_LONG lists']],
  ])('with %s', (_label, given, refusals) => {
    expect(refusalsOf(deciding('editConferenceProfile', given))).toEqual(refusals);
  });

  it.each<[string, boolean, readonly string[]]>([
    ['JMK', false, []],
    ['JMK', true, ['CODE_TAKEN code']],
    ['J', false, ['CODE_INVALID code']],
    ['jmk', false, ['CODE_INVALID code']],
    ['__proto__', false, ['CODE_INVALID code']],
    ['JMK-2', false, []],
    ['A'.repeat(21), false, ['CODE_INVALID code']],
  ])('is created under %s (taken: %s)', (code, codeIsTaken, refusals) => {
    expect(refusalsOf(deciding('createConferenceProfile', { code }, { codeIsTaken }))).toEqual(refusals);
  });

  it('names all that is wrong at once', () => {
    const wrong = { name: '', minYes: 0, commentToDays: 1 };
    expect(refusalsOf(deciding('createConferenceProfile', { code: '?', ...wrong }))).toEqual([
      'CODE_INVALID code',
      'FIELD_REQUIRED name',
      'DAYS_OUT_OF_ORDER commentToDays',
      'MIN_YES_IMPLAUSIBLE minYes',
    ]);
  });

  it('calls bodies and lists as agreed, and everything else as usual', () => {
    const { names } = aProfile(named({ bodies: { AK1: 'Strafrechtsausschuss' }, lists: { CONSENT: 'Teil A' } }));
    expect([bodyNameIn(names, 'AK1'), bodyNameIn(names, 'AK2')]).toEqual(['Strafrechtsausschuss', 'AK II']);
    expect([listNameIn(names, 'CONSENT'), listNameIn(names, 'FIRESIDE')]).toEqual(['Teil A', 'Kamingespräch']);
  });
});

function sameWeek(week: number): Partial<ConferenceProfile> {
  const before = { registrationWeeks: week, committeesFromWeeks: week, committeesToWeeks: week };
  const after = { agendaDraftWeeks: week, preConferenceWeeks: week, finalPapersWeeks: week };
  return { ...before, directRegistrationWeeks: week, ...after };
}
