import { describe, expect, it } from '@jest/globals';
import { isPast, lastDayOf } from './due.js';
import { isOverdue, isToBeReviewed } from './follow-up.js';
import { nameOfAddressee, wordsForDue } from './follow-up-words.js';

const spring = { kind: 'CONFERENCE', season: 'SPRING', year: 2027 } as const;
const autumn = { kind: 'CONFERENCE', season: 'AUTUMN', year: 2027 } as const;
const condition = { kind: 'CONDITION', condition: 'Das Gesetz tritt in Kraft', reviewOn: '2027-06-01' } as const;

describe('What is due', () => {
  it('at a conference nobody has planned yet is over with its half-year', () => {
    expect(lastDayOf(spring, null)).toBe('2027-06-30');
    expect(lastDayOf(autumn, null)).toBe('2027-12-31');
  });

  it('at a planned conference is due on its first day', () => {
    expect(lastDayOf(spring, '2027-06-09')).toBe('2027-06-09');
  });

  it.each([
    ['2027-06-08', false],
    ['2027-06-09', false],
    ['2027-06-10', true],
  ])('on 9 June 2027 is late on %s: %s', (today, late) => {
    expect(isPast({ kind: 'DAY', day: '2027-06-09' }, null, today)).toBe(late);
    expect(isOverdue({ state: 'OPEN', due: { kind: 'DAY', day: '2027-06-09' } }, null, today)).toBe(late);
  });

  it.each(['REPORTED', 'DONE', 'OBSOLETE'] as const)('is never overdue in %s', (state) => {
    expect(isOverdue({ state, due: spring }, null, '2030-01-01')).toBe(false);
  });

  it('on a condition is not overdue, but to be looked at again', () => {
    expect(isOverdue({ state: 'OPEN', due: condition }, null, '2028-01-01')).toBe(false);
    expect(isToBeReviewed({ state: 'OPEN', due: condition }, '2027-05-31')).toBe(false);
    expect(isToBeReviewed({ state: 'OPEN', due: condition }, '2027-06-01')).toBe(true);
    expect(isToBeReviewed({ state: 'OBSOLETE', due: condition }, '2027-06-01')).toBe(false);
  });

  it('has German words', () => {
    expect([{ kind: 'DAY', day: '2027-12-31' } as const, autumn, condition].map(wordsForDue)).toEqual([
      '31.12.2027',
      'Herbst 2027',
      'wenn: Das Gesetz tritt in Kraft (Prüfung am 01.06.2027)',
    ]);
    const addressees = [
      { kind: 'BODY', code: 'AK2' },
      { kind: 'PARTY', code: 'HE' },
      { kind: 'CHAIR', code: null },
      { kind: 'ALL_LAENDER', code: null },
    ] as const;
    expect(addressees.map(nameOfAddressee)).toEqual(['AK II', 'Hessen', 'Vorsitz', 'Alle Länder']);
  });
});
