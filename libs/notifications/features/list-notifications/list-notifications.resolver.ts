import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType, type Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NotificationConnectionType } from '../../notification.graphql.js';
import { NotificationListQuery } from './notification-list.query.js';

@Resolver(() => ViewerType)
export class ListNotificationsResolver {
  constructor(private readonly list: NotificationListQuery) {}

  @Query(() => NotificationConnectionType, { description: 'What the viewer was told, the newest first.' })
  async notifications(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<NotificationConnectionType> {
    return this.list.execute(actor, first, after ?? null);
  }

  @ResolveField(() => Int)
  async unreadNotifications(@CurrentActor() actor: Actor): Promise<number> {
    return this.list.countUnread(actor);
  }
}
