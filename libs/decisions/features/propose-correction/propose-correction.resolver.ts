import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ClauseInput } from '#proposals';
import { CorrectionTransitionHandler } from '../../correction-transition.handler.js';
import { CorrectionPayload, toCorrectionPayload } from '../../correction.graphql.js';

@InputType()
export class ProposeCorrectionInput {
  @Field(() => ID) resolutionId!: string;
  @Field(() => [ClauseInput], { description: 'The whole text as it should stand.' }) clauses!: ClauseInput[];
  @Field(() => String, { description: 'What is wrong.' }) reason!: string;
}

@ObjectType()
export class ProposeCorrectionPayload extends CorrectionPayload {}

@Resolver()
export class ProposeCorrectionResolver {
  constructor(private readonly transition: CorrectionTransitionHandler) {}

  @Mutation(() => ProposeCorrectionPayload, { description: 'The secretariat proposes a correction to the chair.' })
  async proposeCorrection(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeCorrectionInput,
  ): Promise<ProposeCorrectionPayload> {
    return toCorrectionPayload(await this.transition.propose(actor, input));
  }
}
