import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type ReadTx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { PrecedentRepository, TopicRepository, TopicTransitionHandler, type PrecedentLink, type Topic } from '#topics';

export interface RemovePrecedent {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly precedentId: string;
}

/** Takes a link away, as far as the person sees what it leads to. */
@Injectable()
export class RemovePrecedentHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly precedents: PrecedentRepository,
    private readonly transition: TopicTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { topicId, expectedRevision, precedentId }: RemovePrecedent) {
    return this.database.write(actor, async (tx): Promise<{ ok: true; topic: Topic } | Refused> => {
      const topic = await this.topics.lockTopic(tx, topicId);
      const removedPrecedent = topic === null ? null : await this.visibleLink(tx, topic.id, precedentId);
      const change = { topicId, expectedRevision, action: 'removePrecedent', input: { removedPrecedent } } as const;
      const decision = await this.transition.decideAndSave(tx, actor, change);
      if (decision.ok && removedPrecedent) await this.precedents.remove(tx, removedPrecedent.id, this.clock.now());
      return decision;
    });
  }

  private async visibleLink(tx: ReadTx, topicId: string, precedentId: string): Promise<PrecedentLink | null> {
    const links = (await this.precedents.linksFrom(tx, [topicId])).get(topicId) ?? [];
    const link = links.find(({ id }) => id === precedentId);
    if (link === undefined) return null;
    return (await this.topics.findTopic(tx, link.citedTopicId)) === null ? null : link;
  }
}
