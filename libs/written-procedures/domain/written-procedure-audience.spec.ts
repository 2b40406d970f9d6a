import { describe, expect, it } from '@jest/globals';
import { landCodes } from '#glossary';
import { audienceOfBody, audienceOfGuests, audienceOfParty, OFFICE_AUDIENCE } from '#organisation';
import { audienceOfReleaseResult, audienceOfReleaseVote } from './written-procedure-audience.js';

const codes = { system: 0, secretariat: OFFICE_AUDIENCE.SECRETARIAT, party: audienceOfParty };

const viewers: Readonly<Record<string, number>> = {
  System: 0,
  ...Object.fromEntries([...landCodes, 'BUND' as const].map((party) => [party, audienceOfParty(party)])),
  Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
  Vorsitz: OFFICE_AUDIENCE.CHAIR,
  'AK V': audienceOfBody('AK5'),
  Vorkonferenz: audienceOfBody('PRE_CONFERENCE'),
  Hauptkonferenz: audienceOfBody('MAIN_CONFERENCE'),
  'Gast AK II': audienceOfGuests('AK2'),
};

const seenBy = (audience: readonly number[]): string =>
  Object.entries(viewers)
    .filter(([, code]) => audience.includes(code))
    .map(([name]) => name)
    .join(', ');

describe('Who sees a vote on the release', () => {
  it.each([
    ['BY', 'System, BY'],
    ['HH', 'System, HH'],
    ['BUND', 'System, BUND'],
  ] as const)('of %s: %s', (party, seen) => {
    expect(seenBy(audienceOfReleaseVote(party, codes))).toBe(seen);
  });

  it('is its party alone, and never two of them', () => {
    const sizes = [...landCodes, 'BUND' as const].map((party) => audienceOfReleaseVote(party, codes).length);
    expect(new Set(sizes)).toEqual(new Set([2]));
  });
});

describe('Who sees whether the release is blocked', () => {
  it('is the secretariat', () => {
    expect(seenBy(audienceOfReleaseResult(codes))).toBe('System, Geschäftsstelle');
  });
});
