import { Injectable } from '@nestjs/common';
import { audienceOfParty, rightsInBody, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database, newId, type ReadTx, type Tx } from '#platform/database';
import { TopicRepository, unknownTopic, type Topic } from '#topics';
import { decideRound } from './domain/comment-round-decision.js';
import type { CommentRoundAction } from './domain/comment-round-lifecycle.js';
import { askingBodyOf, type CommentRound, type CommentRoundInput } from './domain/comment-round.js';
import { contextFor, roundChangedMeanwhile, unknownRound, type RoundAnswer } from './comment-round-context.js';
import { CommentRounds, type StoredRound } from './persistence/comment-round.repository.js';
import { CommentTerms } from './persistence/comment-terms.js';

export interface OpenCommentRound {
  readonly topicId: string;
  /** Hash of the text that whoever opens the round has read. */
  readonly textHash: string;
  readonly workingDays: number;
  readonly question?: string | null;
}

export interface CommentRoundTransition {
  readonly roundId: string;
  readonly expectedRevision: number;
  readonly action: Extract<CommentRoundAction, 'extendCommentRound' | 'closeCommentRound' | 'withdrawCommentRound'>;
  readonly reason?: string | null;
  /** By so many an extension is longer. */
  readonly workingDays?: number;
}

/** Begin, lock, decide, save, commit: the way in which a person's act opens, extends or ends a round. */
@Injectable()
export class CommentRoundTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly rounds: CommentRounds,
    private readonly terms: CommentTerms,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, { topicId, workingDays, ...given }: OpenCommentRound): Promise<RoundAnswer> {
    return this.database.write(actor, async (tx) => {
      const topic = await this.topics.lockTopic(tx, topicId);
      if (topic === null) return unknownTopic;
      const now = this.clock.now();
      const hasOpenRound = (await this.rounds.lockOpenRound(tx, topicId)) !== null;
      const round = newRound(topic, actor.name);
      const parties = await this.whoIsAsked(tx, topic, round.body, now);
      const term = await this.terms.termOf(tx, topic.conferenceId);
      const input = { ...given, workingDays, parties, closesAt: term.endAfter(now, workingDays) };
      const decision = decideRound(
        round,
        'openCommentRound',
        contextFor(actor, round, { topic, now, hasOpenRound, term, input }),
      );
      if (!decision.ok) return decision;
      return { ok: true, round: await this.rounds.save(tx, actor, decision, { topic, now }) };
    });
  }

  async execute(actor: Actor, transition: CommentRoundTransition): Promise<RoundAnswer> {
    return this.database.write(actor, async (tx) => {
      const held = await this.rounds.hold(tx, transition.roundId);
      if (held === null) return unknownRound;
      const { round, topic } = held;
      if (round.revision !== transition.expectedRevision) return roundChangedMeanwhile(round);
      const now = this.clock.now();
      const awaited = (await this.rounds.awaitedParties(tx, [round.id])).get(round.id) ?? [];
      const { term, input } = await this.asGiven(tx, round, transition);
      const known = { topic, now, term, haveAllAnswered: awaited.length === 0, input };
      const decision = decideRound(round, transition.action, contextFor(actor, round, known));
      if (!decision.ok) return decision;
      return { ok: true, round: await this.rounds.save(tx, actor, decision, { topic, now }) };
    });
  }

  private async asGiven(tx: ReadTx, round: StoredRound, { reason, workingDays }: CommentRoundTransition) {
    const term = await this.terms.termOf(tx, round.conferenceId);
    const closesAt = workingDays === undefined ? undefined : term.endAfter(round.closesAt, workingDays);
    const input: CommentRoundInput = { reason, workingDays, closesAt };
    return { term, input };
  }

  /** Whoever may speak in the body today, as far as the topic may be seen. */
  private async whoIsAsked(tx: ReadTx, topic: Topic, body: CommentRound['body'], now: Date) {
    const rights = await rightsInBody(tx, body, berlinDay(now));
    const audience = this.topics.audienceOf(topic);
    return [...rights].flatMap(([party, { mayDeclare }]) =>
      mayDeclare && audience.includes(audienceOfParty(party)) ? [party] : [],
    );
  }
}

/** A round before its first decision. Where nobody can ask, the body does not matter: the conditions say so. */
export function newRound(topic: Topic, openedBy: string): CommentRound {
  return {
    id: newId(),
    topicId: topic.id,
    conferenceId: topic.conferenceId,
    state: 'NEW',
    body: askingBodyOf(topic) ?? topic.leadCommittee ?? 'PRE_CONFERENCE',
    proposalVersionId: null,
    textHash: null,
    parties: [],
    question: null,
    openedAt: null,
    openedBy,
    closesAt: null,
    endedAt: null,
    revision: 0,
  };
}
