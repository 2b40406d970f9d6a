import { capacityNames, correctionStateNames, type Capacity, type CorrectionState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './correction-requirements.js';
import type { Correction, CorrectionContext } from './correction.js';

/** "<action> takes a correction from … to …, may be done by …, and only if …": four eyes, never on the adopted text itself. */
const rows = {
  proposeCorrection: {
    from: ['NEW'],
    to: 'PROPOSED',
    by: ['SECRETARIAT'],
    requires: [only.isTheOnlyProposal, only.hasSoundText, only.changesTheText, only.givesReason],
    emits: 'correction.proposed',
  },
  confirmCorrection: {
    from: ['PROPOSED'],
    to: 'CONFIRMED',
    by: ['CHAIR'],
    requires: [only.namesTextOfCorrection],
    emits: 'correction.made',
  },
  rejectCorrection: {
    from: ['PROPOSED'],
    to: 'REJECTED',
    by: ['CHAIR'],
    requires: [only.givesReason],
    emits: 'correction.rejected',
  },
} as const satisfies Lifecycle<Correction, CorrectionState, Capacity, CorrectionContext>['rows'];

export type CorrectionAction = keyof typeof rows;

const labels: Readonly<Record<CorrectionAction, string>> = {
  proposeCorrection: 'Berichtigung vorschlagen',
  confirmCorrection: 'Berichtigung bestätigen',
  rejectCorrection: 'Berichtigung ablehnen',
};

export const correctionLifecycle: Lifecycle<Correction, CorrectionState, Capacity, CorrectionContext> = {
  record: { kind: 'correction', label: 'Berichtigung' },
  states: correctionStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
