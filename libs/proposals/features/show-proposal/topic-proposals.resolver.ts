import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { proposalStageNames } from '#glossary';
import { conferencesByIds, toConferenceType } from '#conferences';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { recommendationsByTopics, TopicType, type Topic } from '#topics';
import { closedStages, type ClosedStage } from '../../domain/stage-texts.js';
import type { ProposalVersion } from '../../domain/proposal-version.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ProposalVersionType, StageTextType, toProposalVersionType } from '../../proposal.graphql.js';

const CURRENT = Symbol('current proposal of a topic');
const ALL = Symbol('all proposals of a topic');
const GIVEN = Symbol('recommendations that closed a stage');
const CONFERENCES = Symbol('conferences of closed stages');

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

  @ResolveField(() => [StageTextType], { description: 'The text each stage was closed with, in that order.' })
  async stageTexts(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StageTextType[]> {
    const given = loaderOf(context, GIVEN, (ids) =>
      this.database.read(actor, (tx) => recommendationsByTopics(tx, ids)),
    );
    const closed = closedStages(topic, (await given.load(topic.id)) ?? []);
    if (closed.length === 0) return [];
    const versions = await this.versionsOf(topic.id, actor, context);
    const texts = await Promise.all(closed.map((each) => this.stageText(each, versions, actor, context)));
    return texts.flatMap((text) => text ?? []);
  }

  private async stageText(
    { stage, versionId, conferenceId }: ClosedStage,
    versions: readonly ProposalVersion[],
    actor: Actor,
    context: RequestContext,
  ): Promise<StageTextType | null> {
    const version = versions.find(({ id }) => id === versionId);
    if (version === undefined) return null;
    const loader = loaderOf(context, CONFERENCES, (ids) =>
      this.database.read(actor, (tx) => conferencesByIds(tx, ids)),
    );
    const conference = conferenceId === null ? null : await loader.load(conferenceId);
    return {
      stage,
      stageLabel: proposalStageNames[stage],
      conference: conference && toConferenceType(conference),
      version: toProposalVersionType(version),
    };
  }

  private async versionsOf(id: string, actor: Actor, context: RequestContext): Promise<readonly ProposalVersion[]> {
    const loader = loaderOf(context, ALL, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByTopics(tx, ids)),
    );
    return (await loader.load(id)) ?? [];
  }
}
