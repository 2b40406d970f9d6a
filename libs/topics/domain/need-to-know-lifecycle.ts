import { capacityNames, needToKnowGroupStateNames, type Capacity, type NeedToKnowGroupState } from '#glossary';
import { permit, type Lifecycle, type Refused } from '#platform/lifecycle';
import * as only from './need-to-know.js';
import type { NeedToKnowContext, NeedToKnowGroup, NeedToKnowGroupEntry } from './need-to-know.js';
import type { TopicEvent } from './topic-decision.js';

/** "<action> takes a group from … to …, may be done by …, and only if …" */
const rows = {
  createNeedToKnowGroup: {
    from: ['NEW'],
    to: 'ACTIVE',
    by: ['SECRETARIAT'],
    requires: [only.hasGroupName, only.hasGroupParties],
    emits: 'needToKnowGroup.created',
  },
  changeNeedToKnowGroup: {
    from: ['ACTIVE'],
    to: 'UNCHANGED',
    by: ['SECRETARIAT'],
    requires: [only.hasGroupName, only.hasGroupParties],
    emits: 'needToKnowGroup.changed',
  },
  /** Topics keep the parties they were restricted to; the group is offered no more. */
  dissolveNeedToKnowGroup: {
    from: ['ACTIVE'],
    to: 'DISSOLVED',
    by: ['SECRETARIAT'],
    emits: 'needToKnowGroup.dissolved',
  },
} as const satisfies Lifecycle<NeedToKnowGroupEntry, NeedToKnowGroupState, Capacity, NeedToKnowContext>['rows'];

export type NeedToKnowAction = keyof typeof rows;

const labels: Readonly<Record<NeedToKnowAction, string>> = {
  createNeedToKnowGroup: 'Gruppe anlegen',
  changeNeedToKnowGroup: 'Gruppe ändern',
  dissolveNeedToKnowGroup: 'Gruppe auflösen',
};

export const needToKnowGroupLifecycle: Lifecycle<
  NeedToKnowGroupEntry,
  NeedToKnowGroupState,
  Capacity,
  NeedToKnowContext
> = {
  record: { kind: 'needToKnowGroup', label: 'Gruppe benannter Stellen' },
  states: needToKnowGroupStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};

export interface AcceptedGroup {
  readonly ok: true;
  readonly group: NeedToKnowGroup;
  readonly events: readonly [TopicEvent, ...TopicEvent[]];
}

/** The next state of the group and what happened, or every reason against it. Pure: nothing is saved. */
export function decideGroup(
  entry: NeedToKnowGroupEntry,
  action: NeedToKnowAction,
  context: NeedToKnowContext,
): AcceptedGroup | Refused {
  const verdict = permit(needToKnowGroupLifecycle, entry, action, context);
  if (!verdict.ok) return verdict;
  const { name = entry.name, parties = entry.parties } = context.input ?? {};
  const group: NeedToKnowGroup = {
    ...entry,
    name: name.trim(),
    parties: [...new Set(parties)],
    state: verdict.to,
    updatedAt: context.now,
    revision: entry.revision + 1,
  };
  const data = { name: group.name, parties: group.parties };
  return { ok: true, group, events: [{ type: verdict.emits, capacity: verdict.capacity, reason: null, data }] };
}
