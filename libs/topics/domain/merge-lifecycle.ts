import { capacityNames, topicMergeStateNames, type Capacity, type TopicMergeState } from '#glossary';
import { permit, type Lifecycle, type Refused } from '#platform/lifecycle';
import * as only from './merge-requirements.js';
import type { MergeContext, TopicMerge, TopicMergeEntry } from './merge.js';
import type { TopicEvent } from './topic-decision.js';

const registrantHead = ['REGISTRANT_COORDINATOR', 'REGISTRANT_COMMITTEE_CHAIR'] as const;

/** "<action> takes a merge from … to …, may be done by …, and only if …" */
const rows = {
  proposeMerge: {
    from: ['NEW'],
    to: 'PROPOSED',
    by: ['SECRETARIAT'],
    requires: [
      only.givesMergeReason,
      only.joinsTwoTopics,
      only.bothAreOnTheirWay,
      only.bothCanBeRead,
      only.isTheOnlyProposal,
    ],
    emits: 'topicMerge.proposed',
  },
  consentToMerge: {
    from: ['PROPOSED'],
    to: 'UNCHANGED',
    by: registrantHead,
    requires: [only.hasConsentToGive],
    emits: 'topicMerge.consented',
  },
  declineMerge: {
    from: ['PROPOSED'],
    to: 'DECLINED',
    by: registrantHead,
    requires: [only.givesMergeReason],
    emits: 'topicMerge.declined',
  },
  cancelMerge: {
    from: ['PROPOSED'],
    to: 'CANCELLED',
    by: ['SECRETARIAT'],
    requires: [only.givesMergeReason],
    emits: 'topicMerge.cancelled',
  },
  mergeTopic: {
    from: ['PROPOSED'],
    to: 'MERGED',
    by: ['SECRETARIAT'],
    requires: [only.hasBothConsents, only.bothAreOnTheirWay],
    emits: 'topicMerge.merged',
  },
} as const satisfies Lifecycle<TopicMergeEntry, TopicMergeState, Capacity, MergeContext>['rows'];

export type MergeAction = keyof typeof rows;

const labels: Readonly<Record<MergeAction, string>> = {
  proposeMerge: 'Zusammenführung vorschlagen',
  consentToMerge: 'Zusammenführung zustimmen',
  declineMerge: 'Zusammenführung ablehnen',
  cancelMerge: 'Vorschlag zurücknehmen',
  mergeTopic: 'Themen zusammenführen',
};

export const topicMergeLifecycle: Lifecycle<TopicMergeEntry, TopicMergeState, Capacity, MergeContext> = {
  record: { kind: 'topicMerge', label: 'Zusammenführung' },
  states: topicMergeStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};

export interface AcceptedMerge {
  readonly ok: true;
  readonly merge: TopicMerge;
  readonly events: readonly [TopicEvent, ...TopicEvent[]];
}

/** The next state of the agreement and what happened, or every reason against it. Pure: nothing is saved. */
export function decideMerge(
  merge: TopicMergeEntry,
  action: MergeAction,
  context: MergeContext,
): AcceptedMerge | Refused {
  const verdict = permit(topicMergeLifecycle, merge, action, context);
  if (!verdict.ok) return verdict;
  const { now, input, sides } = context;
  const consents = action === 'consentToMerge' ? consented(merge, context) : {};
  const reason = input?.reason?.trim() ?? '';
  const next = { ...merge, ...consents, state: verdict.to, updatedAt: now, revision: merge.revision + 1 };
  const data = {
    topicId: merge.topicId,
    survivorId: merge.survivorId,
    ...(action === 'consentToMerge' ? { sides } : {}),
  };
  const event = { type: verdict.emits, capacity: verdict.capacity, reason: reason === '' ? null : reason, data };
  return { ok: true, merge: next, events: [event] };
}

/** Who heads both registrants consents for both. */
function consented(merge: TopicMergeEntry, { now, sides }: MergeContext): Partial<TopicMerge> {
  return {
    topicConsentedAt: merge.topicConsentedAt ?? (sides.includes('TOPIC') ? now : null),
    survivorConsentedAt: merge.survivorConsentedAt ?? (sides.includes('SURVIVOR') ? now : null),
  };
}
