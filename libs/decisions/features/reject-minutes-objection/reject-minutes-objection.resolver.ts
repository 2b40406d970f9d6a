import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, MinutesTransitionInput, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class RejectMinutesObjectionInput extends MinutesTransitionInput {
  @Field(() => ID) objectionId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class RejectMinutesObjectionPayload extends MinutesPayload {}

@Resolver()
export class RejectMinutesObjectionResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => RejectMinutesObjectionPayload, { description: 'The chair rejects an objection and says why.' })
  async rejectMinutesObjection(
    @CurrentActor() actor: Actor,
    @Args('input') input: RejectMinutesObjectionInput,
  ): Promise<RejectMinutesObjectionPayload> {
    const { minutesId, expectedRevision, ...given } = input;
    const answer = await this.transition.execute(actor, {
      minutesId,
      expectedRevision,
      action: 'rejectMinutesObjection',
      input: given,
    });
    return toMinutesPayload(answer);
  }
}
