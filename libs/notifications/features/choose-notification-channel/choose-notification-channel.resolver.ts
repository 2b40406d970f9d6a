import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { NotificationChannel } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { NotificationChannelEnum, NotificationPreferencesType } from '../../notification-preferences.graphql.js';
import { NotificationPreferencesQuery } from '../../notification-preferences.query.js';
import { ChooseNotificationChannelHandler } from './choose-notification-channel.handler.js';

@InputType()
export class ChooseNotificationChannelInput {
  @Field(() => [String], { description: 'Kinds of notifications, as they are named in the preferences.' })
  kinds!: string[];
  @Field(() => NotificationChannelEnum, { nullable: true, description: 'Null: as usual.' })
  channel!: NotificationChannel | null;
}

@ObjectType()
export class ChooseNotificationChannelPayload {
  @Field(() => NotificationPreferencesType) preferences!: NotificationPreferencesType;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class ChooseNotificationChannelResolver {
  constructor(
    private readonly handler: ChooseNotificationChannelHandler,
    private readonly preferences: NotificationPreferencesQuery,
  ) {}

  @Mutation(() => ChooseNotificationChannelPayload, { description: 'Chooses how the viewer is told of these kinds.' })
  async chooseNotificationChannel(
    @CurrentActor() actor: Actor,
    @Args('input') { kinds, channel }: ChooseNotificationChannelInput,
  ): Promise<ChooseNotificationChannelPayload> {
    const refusals = await this.handler.execute(actor, kinds, channel ?? null);
    return { refusals, preferences: await this.preferences.execute(actor) };
  }
}
