import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#platform/graphql';
import { ChairTermsPayload, toChairTermsPayload } from '../../chair-term.graphql.js';
import { ChairTermTransitionHandler } from '../../chair-term-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class SwapChairTermsInput {
  @Field(() => ID) termId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID) otherTermId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class SwapChairTermsPayload extends ChairTermsPayload {}

@Resolver()
export class SwapChairTermsResolver {
  constructor(private readonly terms: ChairTermTransitionHandler) {}

  @Mutation(() => SwapChairTermsPayload, { description: 'Lets two Länder change places; neither term may have begun.' })
  async swapChairTerms(
    @CurrentActor() actor: Actor,
    @Args('input') input: SwapChairTermsInput,
  ): Promise<SwapChairTermsPayload> {
    const { termId, expectedRevision, otherTermId, reason } = input;
    const given = { otherTermId, reason: reason.trim() };
    return toChairTermsPayload(
      await this.terms.execute(actor, { action: 'swapChairTerms', termId, expectedRevision, input: given }),
    );
  }
}
