import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#platform/graphql';
import { ChairTermsPayload, toChairTermsPayload } from '../../chair-term.graphql.js';
import { ChairTermTransitionHandler } from '../../chair-term-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class ConfirmChairTermInput {
  @Field(() => ID) termId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class ConfirmChairTermPayload extends ChairTermsPayload {}

@Resolver()
export class ConfirmChairTermResolver {
  constructor(private readonly terms: ChairTermTransitionHandler) {}

  @Mutation(() => ConfirmChairTermPayload, { description: 'Confirms a term as agreed.' })
  async confirmChairTerm(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmChairTermInput,
  ): Promise<ConfirmChairTermPayload> {
    return toChairTermsPayload(await this.terms.execute(actor, { action: 'confirmChairTerm', ...input, input: {} }));
  }
}
