import type { BodyCode, Capacity, CommentKind, CommentRoundState, PartyCode, TopicState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/**
 * A round of comments (Anmerkungsrunde) on one text, which its hash identifies. The body that deals with the topic asks
 * the parties that belong to it; a changed text ends the round, for nobody decides on the earlier one any more.
 */
export interface CommentRound {
  readonly id: string;
  readonly topicId: string;
  /** For which the topic is meant; while the round is open it follows a topic that is deferred. */
  readonly conferenceId: string;
  readonly state: CommentRoundState | 'NEW';
  /** The lead committee, or the Vorkonferenz. */
  readonly body: BodyCode;
  readonly proposalVersionId: string | null;
  readonly textHash: string | null;
  /** Who is asked: parties that could speak in the body and see the topic when the round was opened. */
  readonly parties: readonly PartyCode[];
  /** What the body wants to know in particular. */
  readonly question: string | null;
  readonly openedAt: Date | null;
  readonly openedBy: string;
  /** The deadline: nothing is accepted at this instant or later. */
  readonly closesAt: Date | null;
  /** The instant at which it was over, whenever that was noticed. */
  readonly endedAt: Date | null;
  readonly revision: number;
}

/** A wording that a party proposes in place of a clause (Änderungswunsch). */
export interface ChangeRequest {
  /** Of the text the round is about. */
  readonly clauseId: string;
  readonly wording: string;
}

/** What a party says to the text of the round (Äußerung). A later one of the same party counts in its place. */
export interface Comment {
  readonly party: PartyCode;
  readonly kind: CommentKind;
  readonly text: string | null;
  readonly changeRequests: readonly ChangeRequest[];
  readonly textHash: string;
  /** 1, 2, 3 … per party; the last one counts. */
  readonly version: number;
  readonly givenAt: Date;
  readonly givenBy: string;
}

/** The topic as far as a decision depends on it. */
export interface CommentedTopic {
  readonly state: TopicState;
  readonly leadCommittee: BodyCode | null;
  readonly proposalVersionId: string | null;
  readonly textHash: string | null;
  readonly hasOpenRound: boolean;
}

/** What the profile allows, and what of it was chosen. */
export interface CommentTerm {
  readonly fromDays: number;
  readonly toDays: number;
}

/** What a person gives along with an action. */
export interface CommentRoundInput {
  readonly reason?: string | null | undefined;
  readonly question?: string | null | undefined;
  readonly textHash?: string | undefined;
  /** The term, or what an extension adds to it. */
  readonly workingDays?: number | undefined;
  /** Counted from the working days by the holidays of the profile. */
  readonly closesAt?: Date | undefined;
  /** Who can be asked now. */
  readonly parties?: readonly PartyCode[] | undefined;
  readonly party?: PartyCode | undefined;
  readonly comment?: Pick<Comment, 'kind' | 'text' | 'changeRequests'> | undefined;
}

export interface CommentRoundContext extends DecisionContext<Capacity> {
  /** Parties the person speaks for. */
  readonly ownParties: readonly PartyCode[];
  readonly topic: CommentedTopic;
  /** Whether everybody who is asked and still sees the topic has answered; null where no condition asks for it. */
  readonly haveAllAnswered: boolean | null;
  /** Null where no condition asks for it. */
  readonly term: CommentTerm | null;
  /** Ids of the clauses of the text; null where no condition asks for it. */
  readonly clauseIds: readonly string[] | null;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: CommentRoundInput | null;
}

/** Whether nothing is accepted any more, whether or not anybody has noticed. */
export function isOver({ closesAt }: Pick<CommentRound, 'closesAt'>, now: Date): boolean {
  return closesAt !== null && now.getTime() >= closesAt.getTime();
}

/** The body that can ask for comments on the topic where it is now; null where nobody can. */
export function askingBodyOf({
  state,
  leadCommittee,
}: Pick<CommentedTopic, 'state' | 'leadCommittee'>): BodyCode | null {
  if (state === 'IN_COMMITTEE') return leadCommittee;
  return state === 'IN_PRE_CONFERENCE' ? 'PRE_CONFERENCE' : null;
}

/** The text has changed or the topic has gone on: what the round asks is nobody's question any more. */
export function isOvertaken(
  { body, textHash }: Pick<CommentRound, 'body' | 'textHash'>,
  topic: Pick<CommentedTopic, 'state' | 'leadCommittee' | 'textHash'>,
): boolean {
  return textHash !== topic.textHash || askingBodyOf(topic) !== body;
}
