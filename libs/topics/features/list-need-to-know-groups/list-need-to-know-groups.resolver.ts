import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { markingOf } from '#glossary';
import { partyOf, PartyType, type Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import type { Topic } from '../../domain/topic.js';
import { NeedToKnowGroupType, toGroupType } from '../../need-to-know.graphql.js';
import { NeedToKnowHandler } from '../../need-to-know.handler.js';
import { NeedToKnowGroups } from '../../persistence/need-to-know-groups.repository.js';
import { TopicType } from '../../topic.graphql.js';

const GROUPS = Symbol('groups that topics are restricted to');

/** Who sees restricted topics, and how such papers are marked. */
@Resolver(() => TopicType)
export class ListNeedToKnowGroupsResolver {
  constructor(
    private readonly database: Database,
    private readonly groups: NeedToKnowGroups,
    private readonly handler: NeedToKnowHandler,
  ) {}

  @Query(() => [NeedToKnowGroupType], { description: 'Groups of parties for restricted topics, those in use first.' })
  async needToKnowGroups(@CurrentActor() actor: Actor): Promise<readonly NeedToKnowGroupType[]> {
    const groups = await this.database.read(actor, (tx) => this.groups.listGroups(tx));
    const context = this.handler.contextOf(actor, null);
    return groups.map((group) => toGroupType(group, context));
  }

  @ResolveField(() => String, { nullable: true, description: 'Stands on every page; null for a public paper.' })
  marking(@Parent() topic: Topic): string | null {
    return markingOf(topic);
  }

  @ResolveField(() => [PartyType], { description: 'Parties that see a restricted topic beside its registrants.' })
  restrictedTo(@Parent() { restrictedTo }: Topic): readonly PartyType[] {
    return restrictedTo.map(partyOf);
  }

  @ResolveField(() => NeedToKnowGroupType, { nullable: true, description: 'The group the restriction follows.' })
  async needToKnowGroup(
    @Parent() { needToKnowGroupId }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<NeedToKnowGroupType | null> {
    if (needToKnowGroupId === null) return null;
    const loader = loaderOf(context, GROUPS, (ids) =>
      this.database.read(actor, (tx) => this.groups.groupsByIds(tx, ids)),
    );
    const group = await loader.load(needToKnowGroupId);
    return group === null ? null : toGroupType(group, this.handler.contextOf(actor, null));
  }
}
