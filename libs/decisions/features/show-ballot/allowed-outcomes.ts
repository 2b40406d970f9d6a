import { Injectable } from '@nestjs/common';
import { AgendaLoaders } from '#agendas';
import type { Outcome } from '#glossary';
import type { RequestContext } from '#platform/graphql';
import type { Topic } from '#topics';
import { DecisionLoaders } from '../../decision-loaders.js';
import { allowedOutcomes, outcomesWithoutBallot } from '../../domain/outcomes.js';
import { pendingBallotOf } from '../../domain/voted-topic.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';

/** Which outcomes the chair may determine, before one is chosen. The same rules as when it is recorded. */
@Injectable()
export class AllowedOutcomes {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
  ) {}

  async allowedBy(context: RequestContext, ballot: StoredBallot): Promise<readonly Outcome[]> {
    const votes = await this.loaders.votesIn(context, ballot.id);
    return allowedOutcomes(ballot, votes, await this.finalTextHashOf(context, ballot.topicId));
  }

  /** None while the topic is not before those who decide, or votes are being cast. */
  async allowedOn(context: RequestContext, topic: Topic): Promise<readonly Outcome[]> {
    if (topic.state !== 'IN_MAIN_CONFERENCE') return [];
    const item = await this.agendas.itemOfTopic(context, topic.id);
    const latestBallot = await this.loaders.ballotOfTopic(context, topic.id);
    const pending = pendingBallotOf({ topic, item, latestBallot });
    return pending === null ? outcomesWithoutBallot(topic.kind) : this.allowedBy(context, pending);
  }

  /** The text of the final papers; null when the topic never had any. */
  async finalTextHashOf(context: RequestContext, topicId: string | null): Promise<string | null> {
    if (topicId === null) return null;
    const versionId = (await this.agendas.topicOf(context, topicId))?.frozenVersions.FINAL;
    if (versionId === undefined) return null;
    return (await this.loaders.textOf(context, { proposalVersionId: versionId }))?.textHash ?? null;
  }
}
