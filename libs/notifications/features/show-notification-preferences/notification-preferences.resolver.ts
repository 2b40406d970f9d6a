import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NotificationPreferencesType } from '../../notification-preferences.graphql.js';
import { NotificationPreferencesQuery } from '../../notification-preferences.query.js';

@Resolver()
export class NotificationPreferencesResolver {
  constructor(private readonly preferences: NotificationPreferencesQuery) {}

  @Query(() => NotificationPreferencesType, { description: 'How the viewer wants to be told of what.' })
  async notificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferencesType> {
    return this.preferences.execute(actor);
  }
}
