import type { AgendaState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { agendaLifecycle, type AgendaAction } from './agenda-lifecycle.js';
import { type Agenda, type AgendaActionInput, type AgendaContext, type AgendaItem } from './agenda.js';
import {
  nextSupplement,
  withItemMoved,
  withItemPulledOff,
  withItemRemoved,
  withNumbers,
  withTopics,
} from './arrangement.js';
import { withExplanation } from './completeness.js';
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
      const arrival = { newItemIds: input.newItemIds ?? [], now };
      return { items: withTopics(agenda, topics, arrival) };
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
      return { items: withNumbers(agenda.items, { supplement: null, now }), circulatedAt: now };
    case 'circulateSupplement': {
      const supplement = nextSupplement(agenda);
      const supplements = supplement === null ? agenda.supplements : [...agenda.supplements, now];
      return { items: withNumbers(agenda.items, { supplement, now }), supplements };
    }
    case 'explainMissingTopic':
      return { explanations: withExplanation(agenda.explanations, context) };
    case 'reviewAgenda':
    case 'finaliseAgenda':
    case 'approveAgenda':
    case 'closeAgenda':
      return {};
  }
}

/** What happens to one item belongs to that item's history, which only those see who see the item. */
function eventOf(
  before: Agenda,
  after: Agenda,
  { emits, capacity }: Permitted<string, string>,
  input: AgendaActionInput,
): AgendaEvent {
  const reason = (input.reason ?? '').trim();
  const about = { type: emits, capacity, reason: reason === '' ? null : reason };
  const item = after.items.find(({ id }) => id === input.itemId);
  if (item !== undefined) {
    const former = before.items.find(({ id }) => id === item.id)?.list;
    const formerList = former === undefined || former === item.list ? {} : { formerList: former };
    const data = { agendaId: after.id, topicId: item.topicId, ...placeOf(item), ...formerList };
    return { ...about, recordKind: 'agendaItem', recordId: item.id, data };
  }
  const added = after.items.length - before.items.length;
  const isSupplement = after.supplements.length > before.supplements.length;
  const data = {
    from: before.state,
    to: after.state,
    ...(added === 0 ? {} : { added }),
    ...(input.topicId === undefined ? {} : { topicId: input.topicId }),
    ...(isSupplement ? { supplement: after.supplements.length } : {}),
  };
  return { ...about, recordKind: 'agenda', recordId: after.id, data };
}

function placeOf(item: AgendaItem): Readonly<Record<string, unknown>> {
  const { number, position, list, pulledOffBy } = item;
  return { number, position, list, ...(pulledOffBy === null ? {} : { pulledOffBy }) };
}

/** Each item is announced once: when it gets its number, which happens once. */
function placements(before: Agenda, after: Agenda, { capacity }: Permitted<string, string>): readonly AgendaEvent[] {
  const numbered = new Set(before.items.filter(({ number }) => number !== null).map(({ id }) => id));
  return after.items
    .filter(({ id, number }) => number !== null && !numbered.has(id))
    .map(({ id, number, topicId, supplement }) => {
      const data = {
        topicId,
        agendaId: after.id,
        bodies: after.bodies,
        number,
        // Null for what came late without a numbered supplement: it is told with the others that came then.
        ...(before.circulatedAt === null ? {} : { supplement }),
      };
      return { type: ITEM_PLACED, recordKind: 'agendaItem', recordId: id, capacity, reason: null, data };
    });
}
