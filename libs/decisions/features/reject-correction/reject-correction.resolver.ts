import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CorrectionTransitionHandler } from '../../correction-transition.handler.js';
import { CorrectionPayload, CorrectionTransitionInput, toCorrectionPayload } from '../../correction.graphql.js';

@InputType()
export class RejectCorrectionInput extends CorrectionTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class RejectCorrectionPayload extends CorrectionPayload {}

@Resolver()
export class RejectCorrectionResolver {
  constructor(private readonly transition: CorrectionTransitionHandler) {}

  @Mutation(() => RejectCorrectionPayload, { description: 'The chair rejects the correction and says why.' })
  async rejectCorrection(
    @CurrentActor() actor: Actor,
    @Args('input') input: RejectCorrectionInput,
  ): Promise<RejectCorrectionPayload> {
    return toCorrectionPayload(await this.transition.execute(actor, 'rejectCorrection', input));
  }
}
