import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { unknownTopic } from '#topics';
import { decide } from './domain/ballot-decision.js';
import { newBallot, onItem, type BallotSubject } from './domain/new-ballot.js';
import { ballotTopicOf } from './domain/voted-topic.js';
import type { BallotRule } from './domain/unanimity.js';
import type { BallotAnswer } from './give-vote.handler.js';
import { VotedTopics, type VotedTopic } from './persistence/voted-topics.js';

/** A vote in writing: the procedure names the rule and the end in its invitation. */
export interface OpenForWrittenProcedure {
  readonly writtenProcedureId: string;
  readonly topicId: string;
  readonly rule: BallotRule;
  readonly closesAt: Date;
}

/** Opens the vote on the current text of an item, or of a topic in writing. */
@Injectable()
export class OpenBallotHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, agendaItemId: string): Promise<BallotAnswer> {
    return this.database.write(actor, (tx) => this.openInTx(tx, actor, { agendaItemId, supersedesId: null }));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async openInTx(
    tx: Tx,
    actor: Actor,
    { agendaItemId, supersedesId }: { readonly agendaItemId: string; readonly supersedesId: string | null },
  ): Promise<BallotAnswer> {
    const voted = await this.topics.lockTopicOf(tx, agendaItemId);
    if (voted === null) return unknownItem;
    const rule = await this.topics.ruleFor(tx, voted.topic);
    const sessionId = await this.topics.lockHeldSession(tx, voted.topic);
    return this.open(tx, actor, voted, { ...onItem(agendaItemId, sessionId), supersedesId, rule });
  }

  /** Inside the transaction in which the procedure starts; the caller rolls back on a refusal. */
  async openForWrittenProcedure(
    tx: Tx,
    actor: Actor,
    { topicId, ...about }: OpenForWrittenProcedure,
  ): Promise<BallotAnswer> {
    const voted = await this.topics.lockTopic(tx, topicId);
    if (voted === null) return unknownTopic;
    return this.open(tx, actor, voted, { ...inWriting, ...about });
  }

  private async open(tx: Tx, actor: Actor, voted: VotedTopic, subject: BallotSubject): Promise<BallotAnswer> {
    const now = this.clock.now();
    const { audience } = voted;
    const topic = ballotTopicOf(voted);
    const decision = decide(newBallot(newId(), topic, { subject, now }), 'openBallot', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic,
      input: {},
    });
    if (!decision.ok) return decision;
    return { ok: true, ballot: await this.topics.saveBallot(tx, actor, decision, { audience, now }) };
  }
}

const inWriting = { kind: 'WRITTEN_PROCEDURE', agendaItemId: null, sessionId: null, supersedesId: null } as const;

const unknownItem = refused({
  code: 'NOT_FOUND',
  message: 'Den Punkt gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'agendaItemId',
});
