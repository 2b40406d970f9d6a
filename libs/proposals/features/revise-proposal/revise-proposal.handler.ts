import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide, TopicRepository, TopicTransitionHandler, unknownTopic, type Topic } from '#topics';
import { clausesFrom, faultsOf, type ClauseText } from '../../domain/clause.js';
import { stageOf, type ProposalVersion } from '../../domain/proposal-version.js';
import { EndCommentRoundHandler } from '../../end-comment-round.handler.js';
import { textHash } from '../../text-hash.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';

export interface ReviseProposal {
  readonly topicId: string;
  /** Number of the version the person read; 0 when there was none. */
  readonly expectedVersion: number;
  readonly clauses: readonly ClauseText[];
}

export type ReviseProposalAnswer =
  { readonly ok: true; readonly topic: Topic; readonly proposal: ProposalVersion } | Refused;

/** Writes the next version of a text. Of two who edit at once the second gets both texts and loses nothing. */
@Injectable()
export class ReviseProposalHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly proposals: ProposalRepository,
    private readonly transition: TopicTransitionHandler,
    private readonly rounds: EndCommentRoundHandler,
  ) {}

  async execute(actor: Actor, input: ReviseProposal): Promise<ReviseProposalAnswer> {
    return this.database.write(actor, (tx) => this.reviseInTx(tx, actor, input));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async reviseInTx(tx: Tx, actor: Actor, input: ReviseProposal): Promise<ReviseProposalAnswer> {
    const topic = await this.topics.lockTopic(tx, input.topicId);
    return topic === null ? unknownTopic : this.revise(tx, actor, topic, input);
  }

  private async revise(tx: Tx, actor: Actor, topic: Topic, input: ReviseProposal): Promise<ReviseProposalAnswer> {
    const current =
      topic.proposalVersionId === null ? null : await this.proposals.findVersion(tx, topic.proposalVersionId);
    const clauses = clausesFrom(input.clauses, current?.clauses ?? [], newId);
    const proposal = { versionId: newId(), textHash: textHash(clauses) };
    const context = await this.transition.contextFor(tx, actor, topic, { proposal });
    const decision = decide(topic, 'reviseProposal', context);
    if (!decision.ok) return decision;
    const [fault, ...others] = faultsOf(input.clauses);
    if (fault !== undefined) return refused(fault, ...others);
    if ((current?.number ?? 0) !== input.expectedVersion) return changedMeanwhile(input, current);
    const version: ProposalVersion = {
      id: proposal.versionId,
      topicId: topic.id,
      number: (current?.number ?? 0) + 1,
      stage: stageOf(topic.state),
      clauses,
      textHash: proposal.textHash,
      authorName: actor.name,
      createdAt: context.now,
    };
    await this.proposals.insert(tx, version, this.topics.audienceOf(decision.topic));
    await this.topics.save(tx, actor, decision);
    await this.rounds.endOvertaken(tx, decision.topic);
    return { ok: true, topic: decision.topic, proposal: version };
  }
}

function changedMeanwhile({ clauses }: ReviseProposal, current: ProposalVersion | null): Refused {
  return refused({
    code: 'TEXT_CHANGED_MEANWHILE',
    message:
      current === null
        ? 'Den Text, den Sie bearbeitet haben, gibt es nicht mehr.'
        : `${current.authorName} hat den Text inzwischen geändert. Sie sehen beide Fassungen; Ihre Eingaben bleiben erhalten.`,
    details: {
      yours: clauses,
      theirs: current?.clauses ?? [],
      theirVersion: current?.number ?? 0,
      theirAuthor: current?.authorName ?? null,
    },
  });
}
