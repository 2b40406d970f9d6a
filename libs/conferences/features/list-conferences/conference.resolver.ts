import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import { ConferenceType, toConferenceType } from '../../conference.graphql.js';
import { SessionType, toSessionType } from '../../session.graphql.js';
import { ConferenceFieldsLoader } from './conference-fields.loader.js';
import { ConferenceQuery } from './conference.query.js';

@Resolver(() => ConferenceType)
export class ConferenceResolver {
  constructor(
    private readonly query: ConferenceQuery,
    private readonly fields: ConferenceFieldsLoader,
  ) {}

  @Query(() => [ConferenceType], { description: 'Latest first.' })
  async conferences(@CurrentActor() actor: Actor): Promise<readonly ConferenceType[]> {
    return (await this.query.list(actor)).map(toConferenceType);
  }

  @Query(() => ConferenceType)
  async conference(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ConferenceType> {
    return toConferenceType(orNotFound(await this.query.find(actor, id)));
  }

  @ResolveField(() => Boolean, { description: 'The running or else the next conference.' })
  async isCurrent(
    @Parent() { id }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<boolean> {
    return this.fields.isCurrent(context, actor, id);
  }

  @ResolveField(() => [SessionType])
  async sessions(
    @Parent() { id }: ConferenceType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly SessionType[]> {
    return (await this.fields.sessionsOf(context, actor, id)).map(toSessionType);
  }
}
