import type { Requirement } from '#platform/lifecycle';
import type { Correction, CorrectionContext } from './correction.js';

type CorrectionRequirement = Requirement<Correction, CorrectionContext>;

export const isTheOnlyProposal: CorrectionRequirement = (_correction, { resolution }) =>
  resolution.isCorrectionProposed
    ? { code: 'CORRECTION_PROPOSED', message: 'Zu diesem Beschluss ist schon eine Berichtigung vorgeschlagen.' }
    : null;

export const hasSoundText: CorrectionRequirement = (_correction, { input, faults }) => (input === null ? null : faults);

/** A correction changes the text that stands; what it says already needs none. */
export const changesTheText: CorrectionRequirement = ({ textHash }, { input, resolution }) =>
  input === null || textHash !== resolution.textHash
    ? null
    : { code: 'NOTHING_CORRECTED', field: 'clauses', message: 'Der Text ist derselbe wie bisher.' };

export const givesReason: CorrectionRequirement = (_correction, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie eine Begründung an.' };

/** Who confirms has read this text. */
export const namesTextOfCorrection: CorrectionRequirement = ({ textHash }, { input }) =>
  input === null || input.textHash === textHash
    ? null
    : { code: 'TEXT_HASH_MISMATCH', field: 'textHash', message: 'Bitte lesen Sie den vorgeschlagenen Text.' };
