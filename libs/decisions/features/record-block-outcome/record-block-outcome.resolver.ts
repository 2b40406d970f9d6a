import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { RecordBlockOutcomeHandler } from './record-block-outcome.handler.js';

@InputType()
export class RecordBlockOutcomeInput {
  @Field(() => ID) ballotId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class RecordBlockOutcomePayload extends BallotPayload {}

@Resolver()
export class RecordBlockOutcomeResolver {
  constructor(private readonly handler: RecordBlockOutcomeHandler) {}

  @Mutation(() => RecordBlockOutcomePayload, {
    description: 'The chair determines that every item of the block is adopted.',
  })
  async recordBlockOutcome(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordBlockOutcomeInput,
  ): Promise<RecordBlockOutcomePayload> {
    return toBallotPayload(await this.handler.execute(actor, input));
  }
}
