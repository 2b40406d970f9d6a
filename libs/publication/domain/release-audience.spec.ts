import { describe, expect, it } from '@jest/globals';
import {
  ALL_AUDIENCE,
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfGuests,
  audienceOfParty,
  GUESTS_AUDIENCE,
  OFFICE_AUDIENCE,
} from '#organisation';
import { audienceOfObjection, audienceOfRelease } from './release-audience.js';

const codes = {
  system: 0,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  parties: ALL_PARTIES_AUDIENCE,
};

const viewers = {
  'beteiligtes Land (HE)': audienceOfParty('HE'),
  'anderes Land (BY)': audienceOfParty('BY'),
  Bund: audienceOfParty('BUND'),
  Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
  Vorsitz: OFFICE_AUDIENCE.CHAIR,
  'federführend (AK V)': audienceOfBody('AK5'),
  'Gast AK V': audienceOfGuests('AK5'),
  'irgendein Gast': GUESTS_AUDIENCE,
  System: 0,
};

const seenBy = (audience: readonly number[]): readonly string[] =>
  Object.entries(viewers)
    .filter(([, code]) => audience.includes(code))
    .map(([name]) => name);

const openTopic = [...ALL_AUDIENCE, audienceOfGuests('AK5')];
const restrictedTopic = [0, audienceOfParty('HE'), 201, 202, audienceOfBody('AK5')];

describe('Who sees a release', () => {
  it('is every party and both offices, no committee and no guest', () => {
    expect(seenBy(audienceOfRelease(openTopic, codes))).toEqual([
      'beteiligtes Land (HE)',
      'anderes Land (BY)',
      'Bund',
      'Geschäftsstelle',
      'Vorsitz',
      'System',
    ]);
  });

  it('is less when the topic is restricted to the parties named', () => {
    expect(seenBy(audienceOfRelease(restrictedTopic, codes))).toEqual([
      'beteiligtes Land (HE)',
      'Geschäftsstelle',
      'Vorsitz',
      'System',
    ]);
  });
});

describe('Who sees an objection', () => {
  it('is the party that raised it and the system, and neither the secretariat nor the chair', () => {
    expect(seenBy(audienceOfObjection(audienceOfParty('HE'), codes))).toEqual(['beteiligtes Land (HE)', 'System']);
    expect(seenBy(audienceOfObjection(audienceOfParty('BUND'), codes))).toEqual(['Bund', 'System']);
  });
});
