import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, MinutesTransitionInput, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class WithdrawMinutesObjectionInput extends MinutesTransitionInput {
  @Field(() => ID) objectionId!: string;
}

@ObjectType()
export class WithdrawMinutesObjectionPayload extends MinutesPayload {}

@Resolver()
export class WithdrawMinutesObjectionResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => WithdrawMinutesObjectionPayload, { description: 'A party takes its objection back.' })
  async withdrawMinutesObjection(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawMinutesObjectionInput,
  ): Promise<WithdrawMinutesObjectionPayload> {
    const { minutesId, expectedRevision, ...given } = input;
    const answer = await this.transition.execute(actor, {
      minutesId,
      expectedRevision,
      action: 'withdrawMinutesObjection',
      input: given,
    });
    return toMinutesPayload(answer);
  }
}
