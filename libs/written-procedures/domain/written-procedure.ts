import type {
  AdoptionRule,
  Capacity,
  Classification,
  DiscussionDemand,
  PartyCode,
  TopicKind,
  TopicState,
  VoteChoice,
  WrittenProcedureState,
} from '#glossary';
import type { SilenceRule } from '#conferences';
import type { DecisionContext } from '#platform/lifecycle';

/** By what a procedure is decided; stored with it, so that a later change of the profile leaves it as it was. */
export interface WrittenRule {
  readonly silenceRule: SilenceRule;
  readonly minYes: number;
  readonly adoptionRule: AdoptionRule;
  readonly mayDemandDiscussion: DiscussionDemand;
}

/** A number of a series without gaps: the third of 2026. */
export interface SeriesNumber {
  readonly year: number;
  readonly number: number;
}

/** A vote in writing (Umlaufverfahren) on one text, identified by its hash. A changed text is another round. */
export interface WrittenProcedure {
  readonly id: string;
  readonly topicId: string;
  /** By the profile of this conference it runs. */
  readonly conferenceId: string;
  readonly state: WrittenProcedureState | 'NEW';
  /** Null when the secretariat asked for it, or the conference itself gave the topic into it. */
  readonly requestedBy: PartyCode | null;
  readonly requestReason: string;
  /** Given when it starts. */
  readonly number: SeriesNumber | null;
  /** Of the resolution that it led to. */
  readonly resolutionNumber: SeriesNumber | null;
  /** Counts from 1; 0 before the start. */
  readonly round: number;
  readonly proposalVersionId: string | null;
  readonly textHash: string | null;
  readonly rule: WrittenRule | null;
  readonly urgencyReason: string | null;
  readonly startedAt: Date | null;
  /** The deadline: nothing is accepted at this instant or later. */
  readonly closesAt: Date | null;
  /** When the chair ended it before its deadline, because all had voted. */
  readonly endedEarlyAt: Date | null;
  /** The instant at which it was over, whenever that was noticed. */
  readonly endedAt: Date | null;
  readonly reportedConferenceId: string | null;
  readonly revision: number;
}

/** The topic it is about, as far as a decision depends on it. */
export interface ProcedureTopic {
  readonly kind: TopicKind;
  readonly state: TopicState;
  readonly classification: Classification;
  readonly proposalVersionId: string | null;
  readonly textHash: string | null;
  readonly openBallotId: string | null;
  /** Another procedure on this topic that has not ended. */
  readonly hasUnfinishedProcedure: boolean;
}

/** How the votes stand for the text of this round. */
export interface Standing {
  readonly haveAllVoted: boolean;
  readonly isAdopted: boolean;
}

/** What a person gives along with an action. */
export interface WrittenProcedureInput {
  readonly reason?: string | null | undefined;
  readonly party?: PartyCode | undefined;
  readonly choice?: VoteChoice | undefined;
  readonly textHash?: string | undefined;
  readonly closesAt?: Date | undefined;
  readonly urgencyReason?: string | null | undefined;
  readonly rule?: WrittenRule | undefined;
  /** Drawn from the series in the same transaction. */
  readonly number?: SeriesNumber | undefined;
  /** The version just written. */
  readonly proposal?: { readonly versionId: string; readonly textHash: string } | undefined;
  readonly releaseObjection?: boolean | undefined;
  readonly conferenceId?: string | undefined;
}

export interface WrittenProcedureContext extends DecisionContext<Capacity> {
  /** Parties the person speaks for. */
  readonly ownParties: readonly PartyCode[];
  /** Null where no condition asks for it. */
  readonly topic: ProcedureTopic | null;
  /** Null where no condition asks for it. */
  readonly standing: Standing | null;
  /** The deadline in working days when nothing is urgent; a shorter one needs a reason. */
  readonly regularDeadline: Date | null;
  /** So many hours at least lie before the deadline; null where no condition asks for it. */
  readonly leavesHours: number | null;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: WrittenProcedureInput | null;
}

/** Whether nothing is accepted any more, whether or not anybody has noticed. */
export function isOver({ closesAt, endedEarlyAt }: Ending, now: Date): boolean {
  return endedEarlyAt !== null || (closesAt !== null && now.getTime() >= closesAt.getTime());
}

/** Running by its state and over by its instant: the determination is still to come. */
export function awaitsDetermination(procedure: Ending & Pick<WrittenProcedure, 'state'>, now: Date): boolean {
  return procedure.state === 'RUNNING' && isOver(procedure, now);
}

type Ending = Pick<WrittenProcedure, 'closesAt' | 'endedEarlyAt'>;

/** "5/2026"; the conference says what it calls the series. */
export function printed({ number, year }: SeriesNumber): string {
  return `${number}/${year}`;
}
