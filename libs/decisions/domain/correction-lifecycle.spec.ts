import { describe, expect, it } from '@jest/globals';
import { correctionStateNames, type Capacity, type CorrectionState } from '#glossary';
import { ALL_AUDIENCE, audienceOfParty, OFFICE_AUDIENCE } from '#organisation';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { audienceOfCorrection } from './correction-audience.js';
import { decide } from './correction-decision.js';
import { correctionLifecycle } from './correction-lifecycle.js';
import type { Correction, CorrectionContext } from './correction.js';

const now = new Date('2026-12-10T10:00:00Z');

const aCorrection = (state: Correction['state'], given: Partial<Correction> = {}): Correction => ({
  id: 'correction-1',
  resolutionId: 'resolution-1',
  topicId: 'topic-1',
  number: null,
  clauses: [],
  textHash: 'corrected',
  reason: 'Zahlendreher',
  state,
  proposedAt: now,
  proposedBy: 'Kim Beispiel',
  decidedAt: null,
  decidedBy: null,
  answer: null,
  revision: 1,
  ...given,
});

const as = (capacity: Capacity, given: Partial<CorrectionContext> = {}): CorrectionContext => ({
  now,
  actorName: 'Kim Beispiel',
  capacities: new Set([capacity]),
  resolution: { textHash: 'adopted', confirmedCorrections: 0, isCorrectionProposed: false },
  faults: [],
  input: null,
  ...given,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const possible = (state: CorrectionState, capacity: Capacity): string =>
  availableActions(correctionLifecycle, aCorrection(state), as(capacity))
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

describe('The lifecycle of a correction', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(correctionLifecycle)).toEqual([]);
  });

  it('offers the chair what the golden matrix says, and nobody else anything', () => {
    const capacities = Object.keys(correctionLifecycle.capacities) as Capacity[];
    const matrix = (Object.keys(correctionStateNames) as CorrectionState[]).flatMap((state) =>
      capacities
        .map((capacity) => [state, capacity, possible(state, capacity)])
        .filter(([, , offered]) => offered !== ''),
    );
    expect(matrix).toEqual([['PROPOSED', 'CHAIR', 'confirmCorrection rejectCorrection']]);
  });

  const proposing = (given: Partial<CorrectionContext> = {}, capacity: Capacity = 'SECRETARIAT') =>
    decide(aCorrection('NEW'), 'proposeCorrection', as(capacity, { input: { reason: ' Zahlendreher ' }, ...given }));

  it('begins with the secretariat', () => {
    expect(proposing()).toMatchObject({
      ok: true,
      correction: { state: 'PROPOSED', number: null, reason: 'Zahlendreher' },
      events: [{ type: 'correction.proposed', data: { resolutionId: 'resolution-1', textHash: 'corrected' } }],
    });
    expect(codesOf(proposing({}, 'CHAIR'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(proposing({}, 'PARTY_COORDINATOR'))).toEqual(['NOT_ENTITLED']);
  });

  const resolution = { textHash: 'adopted', confirmedCorrections: 0, isCorrectionProposed: false };

  it.each<[string, Partial<CorrectionContext>, readonly string[]]>([
    ['without a reason', { input: { reason: ' ' } }, ['REASON_REQUIRED']],
    ['that says what stands already', { resolution: { ...resolution, textHash: 'corrected' } }, ['NOTHING_CORRECTED']],
    ['beside another proposal', { resolution: { ...resolution, isCorrectionProposed: true } }, ['CORRECTION_PROPOSED']],
    ['with faults in its text', { faults: [{ code: 'CLAUSE_EMPTY', message: 'Leer.' }] }, ['CLAUSE_EMPTY']],
  ])('is not proposed %s', (_what, given, codes) => {
    expect(codesOf(proposing(given))).toEqual(codes);
  });

  it('is confirmed by the chair for the text that was read, and numbered then', () => {
    const confirming = (textHash: string) =>
      decide(
        aCorrection('PROPOSED'),
        'confirmCorrection',
        as('CHAIR', { input: { textHash }, resolution: { ...resolution, confirmedCorrections: 1 } }),
      );
    expect(codesOf(confirming('other'))).toEqual(['TEXT_HASH_MISMATCH']);
    expect(confirming('corrected')).toMatchObject({
      ok: true,
      correction: { state: 'CONFIRMED', number: 2, decidedAt: now },
      events: [{ type: 'correction.made', data: { number: 2, textHash: 'corrected' } }],
    });
  });

  it('is rejected with a reason', () => {
    const rejecting = (reason: string) =>
      decide(aCorrection('PROPOSED'), 'rejectCorrection', as('CHAIR', { input: { reason } }));
    expect(codesOf(rejecting(''))).toEqual(['REASON_REQUIRED']);
    expect(rejecting('Kein Fehler.')).toMatchObject({
      ok: true,
      correction: { state: 'REJECTED', answer: 'Kein Fehler.', number: null },
    });
  });
});

describe('who sees a correction', () => {
  it('is what the golden matrix says', () => {
    const viewers = {
      Land: audienceOfParty('BY'),
      Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
      Vorsitz: OFFICE_AUDIENCE.CHAIR,
    };
    const offices = { system: 0, secretariat: OFFICE_AUDIENCE.SECRETARIAT, chair: OFFICE_AUDIENCE.CHAIR };
    const matrix = (Object.keys(correctionStateNames) as CorrectionState[]).map((state) => {
      const audience = audienceOfCorrection({ state }, { ...offices, resolution: ALL_AUDIENCE });
      expect(audience).toContain(0);
      const seen = Object.entries(viewers).filter(([, code]) => audience.includes(code));
      return `${correctionStateNames[state]}: ${seen.map(([name]) => name).join(', ')}`;
    });
    expect(matrix).toEqual([
      'Vorgeschlagen: Geschäftsstelle, Vorsitz',
      'Bestätigt: Land, Geschäftsstelle, Vorsitz',
      'Abgelehnt: Geschäftsstelle, Vorsitz',
    ]);
    const restricted = [0, audienceOfParty('HE'), OFFICE_AUDIENCE.SECRETARIAT];
    expect(audienceOfCorrection({ state: 'CONFIRMED' }, { ...offices, resolution: restricted })).toEqual(restricted);
  });
});
