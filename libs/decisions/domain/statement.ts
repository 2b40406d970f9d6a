import type { Capacity, CosignatureEnd, PartyCode, StatementState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/** Another party joining a statement. It was given for one text: when the author changes it, it stands no longer. */
export interface Cosignature {
  readonly id: string;
  readonly party: PartyCode;
  readonly textHash: string;
  readonly cosignedAt: Date;
  readonly cosignedBy: string;
  readonly endedAt: Date | null;
  readonly endedBecause: CosignatureEnd | null;
}

/**
 * A statement for the record (Erklärung zu Protokoll, Protokollnotiz) of one party to one agenda item or written
 * procedure. The text is the author's alone.
 */
export interface Statement {
  readonly id: string;
  readonly topicId: string;
  readonly agendaItemId: string | null;
  readonly writtenProcedureId: string | null;
  readonly party: PartyCode;
  readonly text: string;
  readonly textHash: string;
  readonly state: StatementState | 'NEW';
  /** Announced after the session had begun. */
  readonly isLate: boolean;
  /** Who wrote it for the party; null when the secretariat announced it on its behalf. */
  readonly authorName: string | null;
  /** Who announced it on behalf of the party. */
  readonly onBehalfBy: string | null;
  readonly announcedAt: Date | null;
  readonly recordedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
  /** Audience codes of those who sit in the committee or the pre-conference; null: whoever sees the topic. */
  readonly readers: readonly number[] | null;
  /** All that were ever given. */
  readonly cosignatures: readonly Cosignature[];
}

/** The item or the written procedure a statement is made on, as far as a decision depends on it. */
export interface StatementPlace {
  /** Fireside talks hold no documents (domain.md §5). */
  readonly isFireside: boolean;
  /** On the agenda and not yet decided, or being voted on in writing. */
  readonly isOpen: boolean;
  readonly hasBegun: boolean;
  /** The topic went elsewhere before the item was dealt with: it was deferred, withdrawn, merged or sent on in writing. */
  readonly wasLeft: boolean;
}

/** What a person gives along with an action. */
export interface StatementActionInput {
  readonly party?: PartyCode | undefined;
  readonly text?: string | undefined;
  readonly textHash?: string | undefined;
  readonly reason?: string | null | undefined;
  /** Id of the co-signature being made. */
  readonly cosignatureId?: string | undefined;
}

export interface StatementContext extends DecisionContext<Capacity> {
  readonly actorName: string;
  /** Parties in whose name the person may speak. */
  readonly ownParties: readonly PartyCode[];
  /** Parties with the right to make statements (right `mayDeclare`). */
  readonly mayDeclare: ReadonlySet<PartyCode>;
  readonly place: StatementPlace;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: StatementActionInput | null;
}

export function standingCosignatures({ cosignatures }: Pick<Statement, 'cosignatures'>): readonly Cosignature[] {
  return cosignatures.filter(({ endedAt }) => endedAt === null);
}

export const LONGEST_STATEMENT = 20_000;
