import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { PublicationPayload, PublicationTransitionInput, toPublicationPayload } from '../../publication.graphql.js';
import { ApprovePublicationHandler } from './approve-publication.handler.js';

@InputType()
export class ApprovePublicationInput extends PublicationTransitionInput {}

@ObjectType()
export class ApprovePublicationPayload extends PublicationPayload {}

@Resolver()
export class ApprovePublicationResolver {
  constructor(private readonly handler: ApprovePublicationHandler) {}

  @Mutation(() => ApprovePublicationPayload, { description: 'Another person approves; then it is public.' })
  async approvePublication(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApprovePublicationInput,
  ): Promise<ApprovePublicationPayload> {
    return toPublicationPayload(await this.handler.execute(actor, input));
  }
}
