import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { landCodes, type LandCode } from '#glossary';
import { berlinDay } from '#platform/clock';
import { actorOn } from './acting-person.js';
import type { Assignment } from './actor.js';
import { capacitiesOn, WHOLE_CONFERENCE } from './capacities.js';
import { chairOn, proposedChair, type ChairTerm } from './chair-terms.js';

function yearOf(party: LandCode, year: number): ChairTerm {
  return { party, validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
}

function chairOf(party: LandCode): Assignment {
  return { role: 'CHAIR', party, body: null, validFrom: '2020-01-01', validTo: null };
}

/** 1 January 2027, 00:00 in Berlin. */
const turnOfTheYear = new Date('2027-01-01T00:00:00.000+01:00');
const justBefore = new Date(turnOfTheYear.getTime() - 1);
const terms = [yearOf('HH', 2026), yearOf('HE', 2027)];

describe('the rotation', () => {
  it.each([
    [2005, 'BW'],
    [2020, 'TH'],
    [2021, 'BW'],
    [2023, 'BE'],
    [2024, 'BB'],
    [2025, 'HB'],
    [2026, 'HH'],
    [2027, 'HE'],
    [2028, 'MV'],
    [2004, 'TH'],
  ])('proposes for %i %s', (year, land) => {
    expect(proposedChair(year)).toBe(land);
  });
});

describe('the chair', () => {
  it.each(['HH', 'HE'] as const)('of %s is its own from the first to the last millisecond of its year', (land) => {
    const person = { id: 'somebody', name: 'Kim Beispiel' };
    const mayChairAt = (instant: Date): boolean => {
      const actor = actorOn(berlinDay(instant), person, [chairOf(land)], terms);
      return capacitiesOn(actor, WHOLE_CONFERENCE).has('CHAIR') && actor.audience.includes(202);
    };
    expect([mayChairAt(justBefore), mayChairAt(turnOfTheYear)]).toEqual(land === 'HH' ? [true, false] : [false, true]);
  });

  it('is held by whom the terms name, whatever the rotation proposes', () => {
    const swapped = [yearOf('HE', 2026), yearOf('HH', 2027)];
    expect(chairOn(swapped, berlinDay(justBefore))).toBe('HE');
    expect(chairOn(swapped, berlinDay(turnOfTheYear))).toBe('HH');
  });

  it('is held by exactly one Land at every instant, in whatever order the Länder take their turns', () => {
    const orders = fc.shuffledSubarray([...landCodes], { minLength: landCodes.length });
    const instants = fc.date({
      min: new Date('2019-12-31T23:00:00Z'),
      max: new Date('2035-12-31T22:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(orders, instants, (order, instant) => {
        const sixteenYears = order.map((land, index) => yearOf(land, 2020 + index));
        const person = { id: 'somebody', name: 'Kim Beispiel' };
        const chairing = landCodes.filter((land) => {
          const actor = actorOn(berlinDay(instant), person, [chairOf(land)], sixteenYears);
          return capacitiesOn(actor, WHOLE_CONFERENCE).has('CHAIR');
        });
        expect(chairing).toEqual([order[Number(berlinDay(instant).slice(0, 4)) - 2020]]);
      }),
    );
  });

  it('is vacant on a day no term covers', () => {
    expect(chairOn(terms, '2028-01-01')).toBeNull();
    expect(chairOn([], '2026-06-01')).toBeNull();
  });
});
