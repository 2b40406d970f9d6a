import { capacityNames, statementStateNames, type Capacity, type StatementState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './statement-requirements.js';
import type { Statement, StatementContext } from './statement.js';

/** "<action> takes a statement from … to …, may be done by …, and only if …" (domain.md §2) */
const rows = {
  draftStatement: {
    from: ['NEW'],
    to: 'DRAFT',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.speaksForOwnParty,
      only.partyMayDeclare,
      only.itemIsNoFiresideTalk,
      only.itemIsUndecided,
      only.hasText,
    ],
    emits: 'statement.drafted',
  },
  announceStatementOnBehalf: {
    from: ['NEW'],
    to: 'ANNOUNCED',
    by: ['SECRETARIAT'],
    requires: [
      only.namesParty,
      only.partyMayDeclare,
      only.itemIsNoFiresideTalk,
      only.itemIsUndecided,
      only.hasText,
      only.givesReason,
    ],
    emits: 'statement.announcedOnBehalf',
  },
  /** A changed text ends every co-signature: who joined is told and asked anew. */
  editStatement: [
    {
      from: ['DRAFT'],
      to: 'DRAFT',
      by: ['PARTY_COORDINATOR'],
      requires: [only.isOfOwnParty, only.hasText],
      emits: 'statement.edited',
    },
    {
      from: ['ANNOUNCED', 'COSIGNED'],
      to: 'ANNOUNCED',
      by: ['PARTY_COORDINATOR'],
      requires: [only.isOfOwnParty, only.hasText],
      emits: 'statement.textChanged',
    },
  ],
  announceStatement: {
    from: ['DRAFT'],
    to: 'ANNOUNCED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.isOfOwnParty, only.partyMayDeclare, only.itemIsNoFiresideTalk, only.itemIsUndecided],
    emits: 'statement.announced',
  },
  cosignStatement: {
    from: ['ANNOUNCED', 'COSIGNED'],
    to: 'COSIGNED',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.speaksForOwnParty,
      only.partyMayDeclare,
      only.partyIsNotItsAuthor,
      only.partyHasNotCosigned,
      only.namesTextOfStatement,
    ],
    emits: 'statement.cosigned',
  },
  /** Stays co-signed as long as another party joins it. */
  withdrawCosignature: {
    from: ['COSIGNED'],
    to: 'ANNOUNCED',
    by: ['PARTY_COORDINATOR'],
    requires: [only.speaksForOwnParty, only.partyHasCosigned],
    emits: 'statement.cosignatureWithdrawn',
  },
  recordStatement: {
    from: ['ANNOUNCED', 'COSIGNED'],
    to: 'RECORDED',
    by: ['SECRETARIAT'],
    requires: [only.itemWasNotLeft],
    emits: 'statement.recorded',
  },
  withdrawStatement: {
    from: ['DRAFT', 'ANNOUNCED', 'COSIGNED'],
    to: 'WITHDRAWN',
    by: ['PARTY_COORDINATOR'],
    requires: [only.isOfOwnParty],
    emits: 'statement.withdrawn',
  },
} as const satisfies Lifecycle<Statement, StatementState, Capacity, StatementContext>['rows'];

export type StatementAction = keyof typeof rows;

const labels: Readonly<Record<StatementAction, string>> = {
  draftStatement: 'Erklärung entwerfen',
  announceStatementOnBehalf: 'Erklärung im Auftrag ankündigen',
  editStatement: 'Erklärung bearbeiten',
  announceStatement: 'Erklärung ankündigen',
  cosignStatement: 'Mitzeichnen',
  withdrawCosignature: 'Mitzeichnung zurücknehmen',
  recordStatement: 'Zu Protokoll nehmen',
  withdrawStatement: 'Erklärung zurückziehen',
};

export const statementLifecycle: Lifecycle<Statement, StatementState, Capacity, StatementContext> = {
  record: { kind: 'statement', label: 'Erklärung zu Protokoll' },
  states: statementStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};
