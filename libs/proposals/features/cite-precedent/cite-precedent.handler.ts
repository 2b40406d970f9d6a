import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, newId, type ReadTx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import {
  linkTo,
  PrecedentRepository,
  TopicRepository,
  TopicTransitionHandler,
  type CitedPrecedent,
  type Topic,
} from '#topics';
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
    private readonly precedents: PrecedentRepository,
    private readonly proposals: ProposalRepository,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async execute(actor: Actor, { topicId, expectedRevision, ...cited }: CitePrecedent) {
    return this.database.write(actor, async (tx): Promise<{ ok: true; topic: Topic } | Refused> => {
      // Locked first: of two who cite the same at once, the second reads what the first has linked.
      const topic = await this.topics.lockTopic(tx, topicId);
      const precedent = await this.lookUp(tx, topic?.id ?? null, cited);
      const change = { topicId, expectedRevision, action: 'citePrecedent', input: { precedent } } as const;
      const decision = await this.transition.decideAndSave(tx, actor, change);
      const link = decision.ok ? linkTo(decision.topic.id, precedent) : null;
      if (decision.ok && link) await this.precedents.add(tx, link, this.topics.audienceOf(decision.topic));
      return decision;
    });
  }

  private async lookUp(
    tx: ReadTx,
    topicId: string | null,
    { precedentTopicId, clauseNumber }: Pick<CitePrecedent, 'precedentTopicId' | 'clauseNumber'>,
  ): Promise<CitedPrecedent> {
    const cited = await this.topics.findTopic(tx, precedentTopicId);
    const number = clauseNumber?.trim().replace(/\.$/, '') ?? '';
    const clause = number === '' || cited === null ? undefined : await this.clauseOf(tx, cited, number);
    const known = topicId === null ? [] : ((await this.precedents.linksFrom(tx, [topicId])).get(topicId) ?? []);
    return { id: newId(), topic: cited, clause, known };
  }

  /** A clause that stands alone has no number; it is cited as the first. */
  private async clauseOf(tx: ReadTx, topic: Topic, number: string): Promise<CitedPrecedent['clause']> {
    const versionId = topic.frozenVersions.AS_ADOPTED ?? topic.proposalVersionId;
    const version = versionId === null ? null : await this.proposals.findVersion(tx, versionId);
    const found = allClauses(numbered(version?.clauses ?? [])).find((clause) => (clause.number ?? '1') === number);
    return version === null || found === undefined ? null : { clauseId: found.id, versionId: version.id };
  }
}
