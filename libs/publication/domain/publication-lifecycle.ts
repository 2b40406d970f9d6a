import { capacityNames, publicationStateNames, type Capacity, type PublicationState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './publication-requirements.js';
import type { Publication, PublicationContext } from './publication.js';

/** "<action> takes a publication from … to …, may be done by …, and only if …" (domain.md §2) */
const rows = {
  preparePublication: {
    from: ['NEW'],
    to: 'PREPARED',
    by: ['SECRETARIAT'],
    requires: [only.isTheOnlyOnePrepared, only.hasSomethingToPublish],
    emits: 'publication.prepared',
  },
  approvePublication: {
    from: ['PREPARED'],
    to: 'APPROVED',
    by: ['CHAIR', 'SECRETARIAT'],
    requires: [only.isAnotherPerson, only.reportIsStillTrue],
    emits: 'publication.approved',
  },
  discardPublication: {
    from: ['PREPARED'],
    to: 'DISCARDED',
    by: ['SECRETARIAT', 'CHAIR'],
    requires: [only.givesReason],
    emits: 'publication.discarded',
  },
} as const satisfies Lifecycle<Publication, PublicationState, Capacity, PublicationContext>['rows'];

export type PublicationAction = keyof typeof rows;

const labels: Readonly<Record<PublicationAction, string>> = {
  preparePublication: 'Veröffentlichung vorbereiten',
  approvePublication: 'Veröffentlichung genehmigen',
  discardPublication: 'Vorbereitung verwerfen',
};

export const publicationLifecycle: Lifecycle<Publication, PublicationState, Capacity, PublicationContext> = {
  record: { kind: 'publication', label: 'Veröffentlichung' },
  states: publicationStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
