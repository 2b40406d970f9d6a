import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { OpenBlockBallotHandler } from './open-block-ballot.handler.js';

@InputType()
export class OpenBlockBallotInput {
  @Field(() => ID) agendaId!: string;
  @Field(() => Int, { description: 'Of the agenda.' }) expectedRevision!: number;
}

@ObjectType()
export class OpenBlockBallotPayload extends BallotPayload {}

@Resolver()
export class OpenBlockBallotResolver {
  constructor(private readonly handler: OpenBlockBallotHandler) {}

  @Mutation(() => OpenBlockBallotPayload, { description: 'Opens one vote on all items of the consent list.' })
  async openBlockBallot(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenBlockBallotInput,
  ): Promise<OpenBlockBallotPayload> {
    return toBallotPayload(await this.handler.execute(actor, input));
  }
}
