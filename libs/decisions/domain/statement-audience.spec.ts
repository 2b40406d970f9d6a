import { describe, expect, it } from '@jest/globals';
import { statementStateNames, type StatementState } from '#glossary';
import {
  audienceOfBody,
  audienceOfGuests,
  audienceOfParty,
  GUESTS_AUDIENCE,
  OFFICE_AUDIENCE,
  withoutGuests,
} from '#organisation';
import { audienceOfStatement } from './statement-audience.js';

const viewers = {
  'erklärendes Land (HE)': audienceOfParty('HE'),
  'anderes Land (BY)': audienceOfParty('BY'),
  Bund: audienceOfParty('BUND'),
  Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
  Vorsitz: OFFICE_AUDIENCE.CHAIR,
  'federführend (AK V)': audienceOfBody('AK5'),
  'Gast AK V': audienceOfGuests('AK5'),
  'irgendein Gast': GUESTS_AUDIENCE,
};

const announcedAt = new Date('2026-11-20T09:00:00Z');

function matrix(topic: readonly number[], wasAnnounced: boolean): readonly string[] {
  return (Object.keys(statementStateNames) as StatementState[])
    .filter((state) => wasAnnounced || state === 'DRAFT' || state === 'WITHDRAWN')
    .map((state) => {
      const isAnnounced = wasAnnounced && state !== 'DRAFT';
      const audience = audienceOfStatement(
        { announcedAt: isAnnounced ? announcedAt : null },
        { system: 0, author: audienceOfParty('HE'), topic: withoutGuests(topic) },
      );
      expect(audience).toContain(0);
      const seen = Object.entries(viewers).filter(([, code]) => audience.includes(code));
      return `${statementStateNames[state]}: ${seen.map(([name]) => name).join(', ')}`;
    });
}

describe('who sees a statement', () => {
  const everybody = [0, ...Object.values(viewers)];

  it('is what the golden matrix says', () => {
    const all = 'erklärendes Land (HE), anderes Land (BY), Bund, Geschäftsstelle, Vorsitz, federführend (AK V)';
    expect(matrix(everybody, true)).toEqual([
      'Entwurf: erklärendes Land (HE)',
      `Angekündigt: ${all}`,
      `Mitgezeichnet: ${all}`,
      `Zu Protokoll genommen: ${all}`,
      `Zurückgezogen: ${all}`,
    ]);
  });

  it('is the author alone when it was withdrawn before anybody knew of it', () => {
    expect(matrix(everybody, false)).toEqual([
      'Entwurf: erklärendes Land (HE)',
      'Zurückgezogen: erklärendes Land (HE)',
    ]);
  });

  it('is no more than sees a restricted topic', () => {
    const restricted = [0, audienceOfParty('HE'), OFFICE_AUDIENCE.SECRETARIAT];
    expect(matrix(restricted, true)[1]).toBe('Angekündigt: erklärendes Land (HE), Geschäftsstelle');
  });
});
