import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { DeadLetterTransitionHandler } from '../../dead-letter-transition.handler.js';
import { DeadLetterType, toDeadLetterType } from '../../dead-letter.graphql.js';

@InputType()
export class DiscardDeadLetterInput {
  @Field(() => ID) deadLetterId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => String) reason!: string;
}

@ObjectType({ description: 'What was given up as it is now, or why it is not set aside.' })
export class DiscardDeadLetterPayload {
  @Field(() => DeadLetterType, { nullable: true }) deadLetter!: DeadLetterType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class DiscardDeadLetterResolver {
  constructor(private readonly transition: DeadLetterTransitionHandler) {}

  @Mutation(() => DiscardDeadLetterPayload, {
    description: 'Sets one job aside that was given up: nothing waits for it any more. The message itself is kept.',
  })
  async discardDeadLetter(
    @CurrentActor() actor: Actor,
    @Args('input') input: DiscardDeadLetterInput,
  ): Promise<DiscardDeadLetterPayload> {
    const answer = await this.transition.discard(actor, input);
    if (!answer.ok) return { deadLetter: null, refusals: answer.refusals };
    return { deadLetter: toDeadLetterType(answer.deadLetter), refusals: [] };
  }
}
