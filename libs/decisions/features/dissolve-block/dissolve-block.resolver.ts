import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { DissolveBlockHandler } from './dissolve-block.handler.js';

@InputType()
export class DissolveBlockInput {
  @Field(() => ID) ballotId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class DissolveBlockPayload extends BallotPayload {}

@Resolver()
export class DissolveBlockResolver {
  constructor(private readonly handler: DissolveBlockHandler) {}

  @Mutation(() => DissolveBlockPayload, {
    description: 'Ends a block without a result; its items are discussed one by one.',
  })
  async dissolveBlock(
    @CurrentActor() actor: Actor,
    @Args('input') input: DissolveBlockInput,
  ): Promise<DissolveBlockPayload> {
    return toBallotPayload(await this.handler.execute(actor, input));
  }
}
