import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CorrectionTransitionHandler } from '../../correction-transition.handler.js';
import { CorrectionPayload, CorrectionTransitionInput, toCorrectionPayload } from '../../correction.graphql.js';

@InputType()
export class ConfirmCorrectionInput extends CorrectionTransitionInput {
  @Field(() => String, { description: 'Hash of the text that was read.' }) textHash!: string;
}

@ObjectType()
export class ConfirmCorrectionPayload extends CorrectionPayload {}

@Resolver()
export class ConfirmCorrectionResolver {
  constructor(private readonly transition: CorrectionTransitionHandler) {}

  @Mutation(() => ConfirmCorrectionPayload, {
    description: 'The chair confirms the correction; from then on it stands beside the adopted text.',
  })
  async confirmCorrection(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmCorrectionInput,
  ): Promise<ConfirmCorrectionPayload> {
    return toCorrectionPayload(await this.transition.execute(actor, 'confirmCorrection', input));
  }
}
