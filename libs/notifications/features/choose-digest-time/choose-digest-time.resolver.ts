import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { NotificationPreferencesType } from '../../notification-preferences.graphql.js';
import { NotificationPreferencesQuery } from '../../notification-preferences.query.js';
import { ChooseDigestTimeHandler } from './choose-digest-time.handler.js';

@InputType()
export class ChooseDigestTimeInput {
  @Field(() => Int, { description: '0–23, Europe/Berlin.' }) hour!: number;
  @Field(() => Int, { description: '1 (Monday) to 5 (Friday); for summaries of a week.' }) weekday!: number;
}

@ObjectType()
export class ChooseDigestTimePayload {
  @Field(() => NotificationPreferencesType) preferences!: NotificationPreferencesType;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class ChooseDigestTimeResolver {
  constructor(
    private readonly handler: ChooseDigestTimeHandler,
    private readonly preferences: NotificationPreferencesQuery,
  ) {}

  @Mutation(() => ChooseDigestTimePayload, { description: "Chooses when the viewer's summaries come." })
  async chooseDigestTime(
    @CurrentActor() actor: Actor,
    @Args('input') { hour, weekday }: ChooseDigestTimeInput,
  ): Promise<ChooseDigestTimePayload> {
    const refusals = await this.handler.execute(actor, { hour, weekday });
    return { refusals, preferences: await this.preferences.execute(actor) };
  }
}
