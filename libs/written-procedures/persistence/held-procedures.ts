import { Injectable } from '@nestjs/common';
import { Ballots, proposedOutcome, tallyOf, Votes, type RecordedVote, type StoredBallot } from '#decisions';
import { capacitiesOn, partiesActedFor, type Actor } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { TopicRepository, type Topic } from '#topics';
import type { AcceptedProcedure } from '../domain/written-procedure-decision.js';
import type {
  ProcedureTopic,
  SeriesNumber,
  Standing,
  WrittenProcedureContext,
  WrittenProcedureInput,
} from '../domain/written-procedure.js';
import { ReleaseVotes } from './release-vote.repository.js';
import { WrittenProcedures } from './written-procedure.repository.js';
import type { StoredProcedure } from './written-procedure-rows.js';

/** A procedure with its topic, both locked until commit. */
export interface HeldProcedure {
  readonly procedure: StoredProcedure;
  readonly topic: Topic;
}

export type ProcedureAnswer = { readonly ok: true; readonly procedure: StoredProcedure } | Refused;

/** The vote of a round. The procedure alone opens and closes it. */
export interface RunningVote {
  readonly ballot: StoredBallot;
  readonly standing: Standing;
}

/** Procedures as acts need them. Always locks topic before procedure before ballot, so that acts cannot block each other. */
@Injectable()
export class HeldProcedures {
  constructor(
    private readonly topics: TopicRepository,
    private readonly procedures: WrittenProcedures,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly releaseVotes: ReleaseVotes,
  ) {}

  /** Null when there is no such procedure, or the actor may not see it. */
  async hold(tx: Tx, procedureId: string): Promise<HeldProcedure | null> {
    const seen = await this.procedures.findProcedure(tx, procedureId);
    const topic = seen === null ? null : await this.topics.lockTopic(tx, seen.topicId);
    const procedure = topic === null ? null : await this.procedures.lockProcedure(tx, procedureId);
    return procedure === null || topic === null ? null : { procedure, topic };
  }

  async dueProcedureIds(tx: ReadTx, now: Date): Promise<readonly string[]> {
    return this.procedures.dueProcedureIds(tx, now);
  }

  /** The next number of the year of this Berlin day. */
  async drawNumber(
    tx: Tx,
    kind: 'PROCEDURE' | 'RESOLUTION',
    { profileCode }: StoredProcedure,
    day: string,
  ): Promise<SeriesNumber> {
    return this.procedures.drawNumber(tx, kind, { profileCode, year: Number(day.slice(0, 4)) });
  }

  async save(
    tx: Tx,
    actor: Actor,
    { procedure, topic }: HeldProcedure,
    { procedure: decided, events }: AcceptedProcedure,
    now: Date,
  ): Promise<StoredProcedure> {
    const stored = { ...procedure, ...decided };
    await this.procedures.save(tx, actor, { procedure: stored, events }, { topic, now });
    return stored;
  }

  /** Tells the secretariat whether the release of the text is blocked. To be called as SYSTEM, which sees who objects. */
  async noteReleaseResult(tx: Tx, { id, topicId }: StoredProcedure): Promise<void> {
    const objections = await this.releaseVotes.objectionsOf(tx, topicId);
    await this.releaseVotes.noteResult(tx, id, objections.length > 0);
  }

  /** Keeps the procedure from ending until commit, and lets others act meanwhile; the topic is only read. */
  async share(tx: Tx, procedureId: string): Promise<HeldProcedure | null> {
    const procedure = await this.procedures.shareProcedure(tx, procedureId);
    const topic = procedure === null ? null : await this.topics.findTopic(tx, procedure.topicId);
    return procedure === null || topic === null ? null : { procedure, topic };
  }

  /** A form changes the history of the procedure, and nothing else of it. */
  async noteForm(
    tx: Tx,
    actor: Actor,
    { procedure, topic }: HeldProcedure,
    { events }: AcceptedProcedure,
    now: Date,
  ): Promise<void> {
    await this.procedures.save(tx, actor, { procedure, events, isForm: true }, { topic, now });
  }

  /** The vote of the round that runs, and how it stands by the rule. */
  async voteOf(tx: ReadTx, { id }: StoredProcedure): Promise<RunningVote> {
    const ballot = (await this.ballots.ballotsByWrittenProcedures(tx, [id])).get(id)?.at(-1);
    if (ballot === undefined) throw new Error('A running procedure has a ballot');
    const votes = (await this.votes.votesByBallots(tx, [ballot.id])).get(ballot.id) ?? [];
    return { ballot, standing: standingIn(ballot, votes) };
  }

  /** How the votes stand in the last round of each procedure that was opened. */
  async standingsOf(tx: ReadTx, procedureIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const rounds = await this.ballots.ballotsByWrittenProcedures(tx, procedureIds);
    const last = [...rounds].flatMap(([id, ballots]) => ballots.slice(-1).map((ballot) => ({ id, ballot })));
    const votes = await this.votes.votesByBallots(
      tx,
      last.map(({ ballot }) => ballot.id),
    );
    return new Map(last.map(({ id, ballot }) => [id, standingIn(ballot, votes.get(ballot.id) ?? [])]));
  }
}

function standingIn(ballot: StoredBallot, votes: readonly RecordedVote[]): Standing {
  return {
    haveAllVoted: tallyOf(votes, ballot.textHash).notCast === 0,
    isAdopted: proposedOutcome(ballot, votes) === 'ADOPTED',
  };
}

/** What a decision about a procedure on this topic needs; the rest is given by who asks. */
export function contextFor(actor: Actor, { topic, now, input, ...more }: Known): WrittenProcedureContext {
  return {
    now,
    capacities: capacitiesOn(actor, topic),
    ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
    topic: null,
    standing: null,
    regularDeadline: null,
    leavesHours: null,
    input,
    ...more,
  };
}

type Known = { readonly topic: Topic; readonly now: Date; readonly input: WrittenProcedureInput | null } & {
  readonly [Name in 'standing' | 'regularDeadline' | 'leavesHours']?: WrittenProcedureContext[Name];
};

/** The topic as the conditions of a procedure read it. */
export function procedureTopicOf(topic: Topic, hasUnfinishedProcedure: boolean): ProcedureTopic {
  const { kind, state, classification, proposalVersionId, proposalTextHash, openBallotId } = topic;
  return {
    kind,
    state,
    classification,
    proposalVersionId,
    textHash: proposalTextHash,
    openBallotId,
    hasUnfinishedProcedure,
  };
}

export const unknownProcedure = refused({
  code: 'NOT_FOUND',
  message: 'Das Umlaufverfahren gibt es nicht, oder Sie dürfen es nicht sehen.',
  field: 'procedureId',
});

export function procedureChangedMeanwhile({ revision }: StoredProcedure): Refused {
  const message = 'Das Umlaufverfahren wurde inzwischen geändert. Bitte laden Sie es neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
