import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { proposalStageNames, type ProposalStage } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { TopicType, type Topic } from '#topics';
import type { ProposalVersion } from '../../domain/proposal-version.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ProposalVersionType, StageTextType, toProposalVersionType } from '../../proposal.graphql.js';

const CURRENT = Symbol('current proposal of a topic');
const ALL = Symbol('all proposals of a topic');
const stages = Object.keys(proposalStageNames) as ProposalStage[];

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
    return (await this.versionsOf(id, actor, context)).map(toProposalVersionType);
  }

  @ResolveField(() => [StageTextType], { description: 'The text each stage was closed with, in the order of stages.' })
  async stageTexts(
    @Parent() { id, frozenVersions }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StageTextType[]> {
    if (Object.keys(frozenVersions).length === 0) return [];
    const versions = await this.versionsOf(id, actor, context);
    return stages.flatMap((stage) => {
      const version = versions.find((each) => each.id === frozenVersions[stage]);
      return version === undefined
        ? []
        : [{ stage, stageLabel: proposalStageNames[stage], version: toProposalVersionType(version) }];
    });
  }

  private async versionsOf(id: string, actor: Actor, context: RequestContext): Promise<readonly ProposalVersion[]> {
    const loader = loaderOf(context, ALL, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByTopics(tx, ids)),
    );
    return (await loader.load(id)) ?? [];
  }
}
