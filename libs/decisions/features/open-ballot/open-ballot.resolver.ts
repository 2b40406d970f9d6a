import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { BallotPayload, toBallotPayload } from '../../ballot.graphql.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';

@InputType()
export class OpenBallotInput {
  @Field(() => ID) agendaItemId!: string;
}

@ObjectType()
export class OpenBallotPayload extends BallotPayload {}

@Resolver()
export class OpenBallotResolver {
  constructor(private readonly handler: OpenBallotHandler) {}

  @Mutation(() => OpenBallotPayload, { description: 'Opens the vote on the current text of an item.' })
  async openBallot(@CurrentActor() actor: Actor, @Args('input') input: OpenBallotInput): Promise<OpenBallotPayload> {
    return toBallotPayload(await this.handler.execute(actor, input.agendaItemId));
  }
}
