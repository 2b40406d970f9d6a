import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { DeadLetterTransitionHandler } from '../../dead-letter-transition.handler.js';
import { DeadLetterType, toDeadLetterType } from '../../dead-letter.graphql.js';

@InputType()
export class RunDeadLetterAgainInput {
  @Field(() => ID) deadLetterId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ description: 'What was given up as it is now, or why it is not run again.' })
export class RunDeadLetterAgainPayload {
  @Field(() => DeadLetterType, { nullable: true }) deadLetter!: DeadLetterType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class RunDeadLetterAgainResolver {
  constructor(private readonly transition: DeadLetterTransitionHandler) {}

  @Mutation(() => RunDeadLetterAgainPayload, { description: 'Has one job that was given up tried once more.' })
  async runDeadLetterAgain(
    @CurrentActor() actor: Actor,
    @Args('input') { deadLetterId, expectedRevision }: RunDeadLetterAgainInput,
  ): Promise<RunDeadLetterAgainPayload> {
    const answer = await this.transition.runAgain(actor, deadLetterId, expectedRevision);
    if (!answer.ok) return { deadLetter: null, refusals: answer.refusals };
    return { deadLetter: toDeadLetterType(answer.deadLetter), refusals: [] };
  }
}
