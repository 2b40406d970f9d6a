import type { Outcome, PrecedentKind } from '#glossary';

/** A link to what was dealt with before (Vorgang); what is older than the archive stays free text. */
export interface PrecedentLink {
  readonly id: string;
  readonly kind: PrecedentKind;
  readonly topicId: string;
  /** Stays the same through edits and renumbering. */
  readonly clauseId: string | null;
}

/** What a person wants to link, looked up: null for what does not exist or may not be seen. */
export interface CitedPrecedent {
  readonly id: string;
  readonly topic: { readonly id: string; readonly outcome: Outcome | null } | null;
  /** Undefined when no clause was named; null when the text has no such clause. */
  readonly clauseId: string | null | undefined;
}

const adopted: readonly (Outcome | null)[] = ['ADOPTED', 'ADOPTED_AMENDED'];

export function linkTo({ id, topic, clauseId }: CitedPrecedent): PrecedentLink | null {
  if (topic === null || clauseId === null) return null;
  const kind = clauseId !== undefined ? 'CLAUSE' : adopted.includes(topic.outcome) ? 'RESOLUTION' : 'TOPIC';
  return { id, kind, topicId: topic.id, clauseId: clauseId ?? null };
}
