import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type BodyState, shortNameOf } from '#glossary';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  DayScalar,
  HistoryEntryType,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { BodyNameType, BodyStateEnum, MembershipType, toBodyType, toMembershipType } from '../../body.graphql.js';
import type { Actor } from '../../domain/actor.js';
import { bodyLifecycle } from '../../domain/body-lifecycle.js';
import { stateOfBody, type BodyRecord } from '../../domain/body-record.js';
import { toHistoryEntryType } from '../../history-entry.js';
import { BodyType } from '../../organisation.graphql.js';
import { BodyFieldsLoader } from './body-fields.loader.js';
import { OrganisationQuery } from './organisation.query.js';

const labels = eventLabels(bodyLifecycle);
const dayOf = { type: () => DayScalar, nullable: true, description: 'Today unless said otherwise.' };

@Resolver(() => BodyType)
export class BodyFieldsResolver {
  constructor(
    private readonly fields: BodyFieldsLoader,
    private readonly query: OrganisationQuery,
  ) {}

  @ResolveField(() => String, { description: 'The full name, which changes over the years.' })
  async name(
    @Parent() { code }: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('on', dayOf) on?: string | null,
  ): Promise<string> {
    return this.query.nameOf(await this.fields.bodyOf(context, actor, code), on ?? null);
  }

  @ResolveField(() => String, { description: 'What the body is called in a sentence; never changes.' })
  shortName(@Parent() { code }: BodyType): string {
    return shortNameOf(code);
  }

  @ResolveField(() => BodyType, { nullable: true, description: 'The body it stands under.' })
  async parent(@Parent() body: BodyType, @CurrentActor() actor: Actor, @CurrentContext() context: RequestContext) {
    const { parent } = await this.recordOf(body, actor, context);
    return parent === null ? null : toBodyType(await this.fields.bodyOf(context, actor, parent));
  }

  @ResolveField(() => BodyStateEnum)
  async state(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<BodyState> {
    return stateOfBody(await this.recordOf(body, actor, context));
  }

  @ResolveField(() => DayScalar)
  async validFrom(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string> {
    return (await this.recordOf(body, actor, context)).validFrom;
  }

  @ResolveField(() => DayScalar, { nullable: true })
  async validTo(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    return (await this.recordOf(body, actor, context)).validTo;
  }

  @ResolveField(() => [BodyNameType], { description: 'Through all times, oldest first.' })
  async names(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly BodyNameType[]> {
    return (await this.recordOf(body, actor, context)).names;
  }

  @ResolveField(() => [MembershipType], { description: 'Through all times, by party.' })
  async memberships(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly MembershipType[]> {
    return (await this.recordOf(body, actor, context)).memberships.map(toMembershipType);
  }

  @ResolveField(() => Int, { description: 'Send it back as expectedRevision.' })
  async revision(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<number> {
    return (await this.recordOf(body, actor, context)).revision;
  }

  @ResolveField(() => [AvailableActionType])
  async availableActions(
    @Parent() { code }: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return this.fields.actionsOn(context, actor, code);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() body: BodyType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const { id } = await this.recordOf(body, actor, context);
    return (await this.fields.historyOf(context, actor, id)).map((entry) => toHistoryEntryType(entry, labels));
  }

  private async recordOf({ code }: BodyType, actor: Actor, context: RequestContext): Promise<BodyRecord> {
    return this.fields.bodyOf(context, actor, code);
  }
}
