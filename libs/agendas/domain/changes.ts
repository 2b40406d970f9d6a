import type { AgendaItem } from './agenda.js';

/** Kinds of changes as they are told, in German. */
export const agendaChangeNames = {
  ADDED: 'Hinzugekommen',
  MOVED: 'Verschoben',
  LIST_CHANGED: 'Liste geändert',
  REMOVED: 'Abgesetzt',
  NEW_TEXT: 'Neue Fassung des Textes',
  DECIDED: 'Ergebnis festgestellt',
} as const;
export type AgendaChangeKind = keyof typeof agendaChangeNames;

export interface AgendaChange {
  readonly kind: AgendaChangeKind;
  readonly itemId: string;
  readonly at: Date;
  readonly reason: string | null;
  /** Null where the agenda says it without naming anybody. */
  readonly by: string | null;
}

/** What the history tells of an item. */
export interface ItemEntry {
  readonly itemId: string | null;
  readonly event: string;
  readonly occurredAt: Date;
  readonly reason: string | null;
  readonly actorName: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface SeenAgenda {
  readonly seenAt: Date;
  readonly newTexts: ReadonlyMap<string, Date>;
  /** Saw the items before they were circulated. */
  readonly prepares: boolean;
  readonly items: readonly AgendaItem[];
  readonly history: readonly ItemEntry[];
}

/** What happened to the items since they were last looked at, latest first. An item that is new is told as new alone. */
export function changesSince({ seenAt, newTexts, prepares, items, history }: SeenAgenda): readonly AgendaChange[] {
  const added = items.flatMap((item): AgendaChange[] => {
    const at = arrivalOf(item, prepares);
    return at > seenAt ? [{ kind: 'ADDED', itemId: item.id, at, reason: null, by: null }] : [];
  });
  const isNew = new Set(added.map(({ itemId }) => itemId));
  const known = items.filter(({ id }) => !isNew.has(id));
  const happened = history.flatMap((entry): AgendaChange[] => {
    const { itemId, occurredAt: at, reason, actorName: by } = entry;
    const kind = kindOf(entry);
    const isTold = itemId !== null && kind !== null && at > seenAt && !isNew.has(itemId);
    return isTold ? [{ kind, itemId, at, reason, by }] : [];
  });
  const decided = known.flatMap(({ id: itemId, decidedAt: at }): AgendaChange[] =>
    at !== null && at > seenAt ? [{ kind: 'DECIDED', itemId, at, reason: null, by: null }] : [],
  );
  const revised = known.flatMap(({ id: itemId, topicId }): AgendaChange[] => {
    const at = newTexts.get(topicId);
    return at === undefined ? [] : [{ kind: 'NEW_TEXT', itemId, at, reason: null, by: null }];
  });
  return [...added, ...happened, ...decided, ...revised].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Who does not prepare the agenda gets an item when it is circulated. */
function arrivalOf({ placedAt, circulatedAt }: AgendaItem, prepares: boolean): Date {
  return prepares ? placedAt : (circulatedAt ?? placedAt);
}

function kindOf({ event, data }: ItemEntry): AgendaChangeKind | null {
  switch (event) {
    case 'agenda.itemMoved':
      return data['formerList'] === undefined ? 'MOVED' : 'LIST_CHANGED';
    case 'agenda.itemAgreed':
    case 'agenda.itemPulledOff':
      return 'LIST_CHANGED';
    case 'agenda.itemRemoved':
      return 'REMOVED';
    default:
      return null;
  }
}
