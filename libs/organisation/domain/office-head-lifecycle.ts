import { capacityNames, type Capacity } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Lifecycle, type Refused } from '#platform/lifecycle';
import { dayBefore } from './days.js';
import * as only from './office-head-requirements.js';
import {
  officeHeadStateNames,
  stateOfHead,
  type OfficeHead,
  type OfficeHeadContext,
  type OfficeHeadEntry,
  type OfficeHeadInput,
  type OfficeHeadState,
} from './office-head.js';

/** "<action> takes the head of an office from … to …, may be done by …, and only if …" */
const rows = {
  /** Whoever heads the office until then ends on the day before. */
  nameOfficeHead: {
    from: ['NEW'],
    to: 'NAMED',
    by: ['SECRETARIAT'],
    requires: [
      only.officeIsKnown,
      only.personIsKnown,
      only.dayIsInTheCalendar,
      only.beginsTodayAtTheEarliest,
      only.nobodyIsNamedForLater,
      only.isSomebodyElse,
    ],
    emits: 'officeHead.named',
  },
  endOfficeHead: {
    from: ['NAMED'],
    to: 'ENDED',
    by: ['SECRETARIAT'],
    requires: [
      only.dayIsInTheCalendar,
      only.hasBegunByThen,
      only.endsYesterdayAtTheEarliest,
      only.endsEarlier,
      only.givesReason,
    ],
    emits: 'officeHead.ended',
  },
} as const satisfies Lifecycle<OfficeHeadEntry, OfficeHeadState, Capacity, OfficeHeadContext>['rows'];

export type OfficeHeadAction = keyof typeof rows;

const labels: Readonly<Record<OfficeHeadAction, string>> = {
  nameOfficeHead: 'Leitung benennen',
  endOfficeHead: 'Leitung beenden',
};

export const officeHeadLifecycle: Lifecycle<OfficeHeadEntry, OfficeHeadState, Capacity, OfficeHeadContext> = {
  record: { kind: 'office-head', label: 'Leitung einer Stelle' },
  states: officeHeadStateNames,
  capacities: capacityNames,
  rows,
  requirements: only,
  labels,
};

export interface DecidedHead {
  readonly head: OfficeHead;
  readonly event: string;
}

export interface AcceptedHeads {
  readonly ok: true;
  /** The head that was asked about. */
  readonly head: OfficeHead;
  readonly capacity: Capacity;
  /** In the order in which they are to be saved: what ends before what begins. */
  readonly changed: readonly DecidedHead[];
}

/** `fresh` has the id and the office of whoever is to be named; for an end it is the head that ends. */
export function decideOnHead(
  fresh: OfficeHead,
  action: OfficeHeadAction,
  context: OfficeHeadContext & { readonly input: OfficeHeadInput },
): AcceptedHeads | Refused {
  const entry: OfficeHeadEntry =
    action === 'nameOfficeHead'
      ? { state: 'NEW', head: null }
      : { state: stateOfHead(fresh, context.today), head: fresh };
  const verdict = permit(officeHeadLifecycle, entry, action, context);
  if (!verdict.ok) return verdict;
  const { capacity, emits: event } = verdict;
  const { personId, on } = context.input;
  if (action === 'endOfficeHead') {
    const head = { ...fresh, validTo: on, revision: fresh.revision + 1 };
    return { ok: true, head, capacity, changed: [{ head, event }] };
  }
  const head = { ...fresh, personId, validFrom: on, validTo: null, revision: 1 };
  const before = context.others.find(({ validTo }) => validTo === null || validTo >= on);
  const left =
    before === undefined
      ? []
      : [{ head: { ...before, validTo: dayBefore(on), revision: before.revision + 1 }, event: 'officeHead.ended' }];
  return { ok: true, head, capacity, changed: [...left, { head, event }] };
}

export function actionsOnHead(entry: OfficeHeadEntry, context: OfficeHeadContext): readonly ActionAvailability[] {
  return availableActions(officeHeadLifecycle, entry, context);
}
