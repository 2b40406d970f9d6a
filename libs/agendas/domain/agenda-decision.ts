import type { AgendaState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { agendaLifecycle, type AgendaAction } from './agenda-lifecycle.js';
import { isCirculated, type Agenda, type AgendaActionInput, type AgendaContext, type AgendaItem } from './agenda.js';
import { withItemMoved, withItemPulledOff, withItemRemoved, withNumbers, withTopics } from './arrangement.js';
import { partyOf } from './consent-list-requirements.js';

export interface AgendaEvent {
  readonly type: string;
  readonly recordKind: 'agenda' | 'agendaItem';
  readonly recordId: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedAgenda {
  readonly ok: true;
  readonly agenda: Agenda & { readonly state: AgendaState };
  readonly events: readonly [AgendaEvent, ...AgendaEvent[]];
}

/** What a party is told when an item becomes visible to it: on circulation, and for late items when they are added. */
export const ITEM_PLACED = 'agendaItem.placed';

/** The next agenda and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(agenda: Agenda, action: AgendaAction, context: AgendaContext): AcceptedAgenda | Refused {
  const verdict = permit(agendaLifecycle, agenda, action, context);
  if (!verdict.ok) return verdict;
  const next = {
    ...agenda,
    ...changes(agenda, action, context),
    state: verdict.to,
    revision: agenda.revision + 1,
  };
  const event = eventOf(agenda, next, verdict, context.input ?? {});
  return { ok: true, agenda: next, events: [event, ...placements(agenda, next, verdict)] };
}

function changes(agenda: Agenda, action: AgendaAction, context: AgendaContext): Partial<Agenda> {
  const { topics, now } = context;
  const input = context.input ?? {};
  switch (action) {
    case 'compileAgenda': {
      const arrival = {
        newItemIds: input.newItemIds ?? [],
        now,
        isConsentListClosed: agenda.consentListClosedAt !== null,
      };
      const items = withTopics(agenda.items, topics, arrival);
      return { items: isCirculated(agenda) ? withNumbers(items) : items };
    }
    case 'moveAgendaItem':
      return { items: withItemMoved(agenda.items, input) };
    case 'putItemOnConsentList':
      return { items: withItemMoved(agenda.items, { ...input, list: 'CONSENT' }) };
    case 'pullItemOffConsentList':
      return { items: withItemPulledOff(agenda.items, input, partyOf(input.party, context.ownParties)) };
    case 'removeAgendaItem':
      return { items: withItemRemoved(agenda.items, input) };
    case 'circulateAgenda':
      return { items: withNumbers(agenda.items), circulatedAt: now };
    case 'reviewAgenda':
    case 'finaliseAgenda':
    case 'approveAgenda':
    case 'closeAgenda':
      return {};
  }
}

function eventOf(
  before: Agenda,
  after: Agenda,
  { emits, capacity }: Permitted<string, string>,
  input: AgendaActionInput,
): AgendaEvent {
  const reason = (input.reason ?? '').trim();
  const added = after.items.length - before.items.length;
  const data = {
    from: before.state,
    to: after.state,
    ...(added === 0 ? {} : { added }),
    ...(input.itemId === undefined ? {} : { itemId: input.itemId, ...placeOf(after.items, input.itemId) }),
  };
  return {
    type: emits,
    recordKind: 'agenda',
    recordId: after.id,
    capacity,
    reason: reason === '' ? null : reason,
    data,
  };
}

function placeOf(items: readonly AgendaItem[], itemId: string): Readonly<Record<string, unknown>> {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return {};
  const { number, position, list, pulledOffBy } = item;
  return { number, position, list, ...(pulledOffBy === null ? {} : { pulledOffBy }) };
}

/** Each item is announced once: when it gets its number, which happens once. */
function placements(before: Agenda, after: Agenda, { capacity }: Permitted<string, string>): readonly AgendaEvent[] {
  const numbered = new Set(before.items.filter(({ number }) => number !== null).map(({ id }) => id));
  return after.items
    .filter(({ id, number }) => number !== null && !numbered.has(id))
    .map(({ id, number, topicId }) => {
      const data = { topicId, agendaId: after.id, number };
      return { type: ITEM_PLACED, recordKind: 'agendaItem', recordId: id, capacity, reason: null, data };
    });
}
