import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#platform/graphql';
import { ChairTermsPayload, toChairTermsPayload } from '../../chair-term.graphql.js';
import { ChairTermTransitionHandler } from '../../chair-term-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class ProposeChairTermsInput {
  @Field(() => Int, { description: 'The last year to propose a chair for.' }) untilYear!: number;
}

@ObjectType()
export class ProposeChairTermsPayload extends ChairTermsPayload {}

@Resolver()
export class ProposeChairTermsResolver {
  constructor(private readonly terms: ChairTermTransitionHandler) {}

  @Mutation(() => ProposeChairTermsPayload, {
    description: 'Proposes who chairs by the rotation, from the last term on.',
  })
  async proposeChairTerms(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeChairTermsInput,
  ): Promise<ProposeChairTermsPayload> {
    return toChairTermsPayload(await this.terms.execute(actor, { action: 'proposeChairTerms', termId: null, input }));
  }
}
