import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { TopicType, type Topic } from '#topics';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ProposalVersionType, toProposalVersionType } from '../../proposal.graphql.js';

const CURRENT = Symbol('current proposal of a topic');
const ALL = Symbol('all proposals of a topic');

/** The texts of a topic. */
@Resolver(() => TopicType)
export class TopicProposalsResolver {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
  ) {}

  @ResolveField(() => ProposalVersionType, { nullable: true, description: 'The current text.' })
  async proposal(
    @Parent() { proposalVersionId }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<ProposalVersionType | null> {
    if (proposalVersionId === null) return null;
    const loader = loaderOf(context, CURRENT, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByIds(tx, ids)),
    );
    const version = await loader.load(proposalVersionId);
    return version === null ? null : toProposalVersionType(version);
  }

  @ResolveField(() => [ProposalVersionType], { description: 'All texts, newest first.' })
  async proposalVersions(
    @Parent() { id }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ProposalVersionType[]> {
    const loader = loaderOf(context, ALL, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByTopics(tx, ids)),
    );
    return ((await loader.load(id)) ?? []).map(toProposalVersionType);
  }
}
