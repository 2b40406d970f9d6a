import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { MarkNotificationsReadHandler } from './mark-notifications-read.handler.js';

@InputType()
export class MarkNotificationsReadInput {
  @Field(() => [ID]) ids!: string[];
}

@ObjectType()
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: 'How many are unread now.' }) unread!: number;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class MarkNotificationsReadResolver {
  constructor(private readonly handler: MarkNotificationsReadHandler) {}

  @Mutation(() => MarkNotificationsReadPayload, { description: "Marks the viewer's own notifications as read." })
  async markNotificationsRead(
    @CurrentActor() actor: Actor,
    @Args('input') { ids }: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadPayload> {
    return { unread: await this.handler.execute(actor, ids), refusals: [] };
  }
}
