import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { decide } from '../../domain/ballot-decision.js';
import type { Ballot } from '../../domain/ballot.js';
import type { AdoptionRule } from '../../domain/unanimity.js';
import type { BallotAnswer } from '../../give-vote.handler.js';
import { Ballots } from '../../persistence/ballot.repository.js';
import { ballotTopicOf, VotedTopics, type VotedTopic } from '../../persistence/voted-topics.js';

/** Opens the vote on the current text of an item. */
@Injectable()
export class OpenBallotHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly ballots: Ballots,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, agendaItemId: string): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const voted = await this.topics.lockTopicOf(tx, agendaItemId);
      return voted === null ? unknownItem : this.open(tx, actor, voted);
    });
  }

  private async open(tx: Tx, actor: Actor, voted: VotedTopic): Promise<BallotAnswer> {
    const now = this.clock.now();
    const { topic, audience } = voted;
    const decision = decide(newBallot(voted, await this.topics.ruleFor(tx, topic), now), 'openBallot', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: ballotTopicOf(voted),
      input: {},
    });
    if (!decision.ok) return decision;
    await this.ballots.save(tx, actor, decision, { audience, now });
    await this.topics.noteOpenBallot(tx, topic.id, decision.ballot.id);
    return { ok: true, ballot: { ...decision.ballot, audience } };
  }
}

/** Without a text it will not be opened; the lifecycle says so. */
function newBallot({ topic, item }: VotedTopic, rule: AdoptionRule, now: Date): Ballot {
  return {
    id: newId(),
    topicId: topic.id,
    agendaItemId: item?.id ?? '',
    proposalVersionId: topic.proposalVersionId ?? '',
    textHash: topic.proposalTextHash ?? '',
    rule,
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
