import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, newId, type ReadTx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { TopicRepository, TopicTransitionHandler, type CitedPrecedent, type Topic } from '#topics';
import { allClauses, numbered } from '../../domain/clause.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';

export interface CitePrecedent {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly precedentTopicId: string;
  /** As it is cited: "2.1". Kept by the clause's id, so that the link survives renumbering. */
  readonly clauseNumber?: string | null;
}

/** Links a topic to an earlier one or to a clause of its text, which the person must be able to see. */
@Injectable()
export class CitePrecedentHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly proposals: ProposalRepository,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async execute(actor: Actor, { topicId, expectedRevision, ...cited }: CitePrecedent) {
    return this.database.write(actor, async (tx): Promise<{ ok: true; topic: Topic } | Refused> => {
      const input = { precedent: await this.lookUp(tx, cited) };
      const action = 'citePrecedent';
      return this.transition.decideAndSave(tx, actor, { topicId, expectedRevision, action, input });
    });
  }

  private async lookUp(
    tx: ReadTx,
    { precedentTopicId, clauseNumber }: Pick<CitePrecedent, 'precedentTopicId' | 'clauseNumber'>,
  ): Promise<CitedPrecedent> {
    const topic = await this.topics.findTopic(tx, precedentTopicId);
    const number = clauseNumber?.trim().replace(/\.$/, '') ?? '';
    const clauseId = number === '' || topic === null ? undefined : await this.clauseOf(tx, topic, number);
    return { id: newId(), topic, clauseId };
  }

  /** A clause that stands alone has no number; it is cited as the first. */
  private async clauseOf(tx: ReadTx, topic: Topic, number: string): Promise<string | null> {
    const versionId = topic.frozenVersions.AS_ADOPTED ?? topic.proposalVersionId;
    const version = versionId === null ? null : await this.proposals.findVersion(tx, versionId);
    const found = allClauses(numbered(version?.clauses ?? [])).find((clause) => (clause.number ?? '1') === number);
    return found?.id ?? null;
  }
}
