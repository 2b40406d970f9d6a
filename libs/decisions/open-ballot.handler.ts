import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { unknownTopic } from '#topics';
import { decide } from './domain/ballot-decision.js';
import type { Ballot } from './domain/ballot.js';
import type { BallotRule } from './domain/unanimity.js';
import type { BallotAnswer } from './give-vote.handler.js';
import { ballotTopicOf, VotedTopics, type VotedTopic } from './persistence/voted-topics.js';

/** A vote in writing: the procedure names the rule and the end in its invitation. */
export interface OpenForWrittenProcedure {
  readonly writtenProcedureId: string;
  readonly topicId: string;
  readonly rule: BallotRule;
  readonly closesAt: Date;
}

type About = Pick<Ballot, 'kind' | 'agendaItemId' | 'writtenProcedureId' | 'supersedesId' | 'rule' | 'closesAt'>;

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
    return this.open(tx, actor, voted, { ...inSession, agendaItemId, supersedesId, rule });
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

  private async open(tx: Tx, actor: Actor, voted: VotedTopic, about: About): Promise<BallotAnswer> {
    const now = this.clock.now();
    const { audience } = voted;
    const decision = decide(newBallot(voted, about, now), 'openBallot', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: ballotTopicOf(voted),
      input: {},
    });
    if (!decision.ok) return decision;
    return { ok: true, ballot: await this.topics.saveBallot(tx, actor, decision, { audience, now }) };
  }
}

const inWriting = { kind: 'WRITTEN_PROCEDURE', agendaItemId: null, supersedesId: null } as const;
const inSession = { kind: 'ITEM', writtenProcedureId: null, closesAt: null } as const;

/** Without a text it will not be opened; the lifecycle says so. */
function newBallot({ topic }: VotedTopic, about: About, now: Date): Ballot {
  return {
    id: newId(),
    ...about,
    topicId: topic.id,
    proposalVersionId: topic.proposalVersionId ?? '',
    textHash: topic.proposalTextHash ?? '',
    state: 'NEW',
    outcome: null,
    openedAt: now,
    closedAt: null,
    determinedAt: null,
    revision: 0,
  };
}

const unknownItem = refused({
  code: 'NOT_FOUND',
  message: 'Den Punkt gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'agendaItemId',
});
