import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { DeadLetterTransitionHandler } from '../../dead-letter-transition.handler.js';

@InputType()
export class RunDeadLettersOfJobAgainInput {
  @Field(() => String) jobName!: string;
}

@ObjectType({ description: 'How many were taken up, or why none was.' })
export class RunDeadLettersOfJobAgainPayload {
  @Field(() => Int, { description: 'At most 500 at a time.' }) count!: number;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class RunDeadLettersOfJobAgainResolver {
  constructor(private readonly transition: DeadLetterTransitionHandler) {}

  @Mutation(() => RunDeadLettersOfJobAgainPayload, { description: 'Has all that was given up of one job tried again.' })
  async runDeadLettersOfJobAgain(
    @CurrentActor() actor: Actor,
    @Args('input') { jobName }: RunDeadLettersOfJobAgainInput,
  ): Promise<RunDeadLettersOfJobAgainPayload> {
    const answer = await this.transition.runAllAgain(actor, jobName);
    return answer.ok ? { count: answer.count, refusals: [] } : { count: 0, refusals: answer.refusals };
  }
}
