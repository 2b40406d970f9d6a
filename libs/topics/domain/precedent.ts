import type { Outcome, PrecedentKind } from '#glossary';

/** A link to what was dealt with before (Vorgang); what is older than the archive stays words of the registration. */
export interface PrecedentLink {
  readonly id: string;
  readonly kind: PrecedentKind;
  /** The topic that cites. */
  readonly topicId: string;
  readonly citedTopicId: string;
  /** The topic cited once it has a resolution, be it of a session or by written procedure. */
  readonly resolutionOf: string | null;
  /** Stays the same through edits and renumbering. */
  readonly clauseId: string | null;
  /** The text in which the clause was cited, so that it can be read when a later one no longer has it. */
  readonly versionId: string | null;
}

export interface CitedClause {
  readonly clauseId: string;
  readonly versionId: string;
}

/** What a person wants to link, looked up: null for what does not exist or may not be seen. */
export interface CitedPrecedent {
  readonly id: string;
  readonly topic: { readonly id: string; readonly outcome: Outcome | null } | null;
  /** Undefined when no clause was named; null when the text has no such clause. */
  readonly clause: CitedClause | null | undefined;
  /** What the topic cites already. */
  readonly known: readonly PrecedentLink[];
}

const adopted: readonly (Outcome | null)[] = ['ADOPTED', 'ADOPTED_AMENDED'];

/** The link from one topic to what was looked up; null while that cannot be linked. */
export function linkTo(topicId: string, { id, topic, clause }: CitedPrecedent): PrecedentLink | null {
  if (topic === null || clause === null) return null;
  const isAdopted = adopted.includes(topic.outcome);
  const kind = clause !== undefined ? 'CLAUSE' : isAdopted ? 'RESOLUTION' : 'TOPIC';
  const { clauseId, versionId } = clause ?? { clauseId: null, versionId: null };
  return { id, kind, topicId, citedTopicId: topic.id, resolutionOf: isAdopted ? topic.id : null, clauseId, versionId };
}
