import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleasePayload, ReleaseTransitionInput, toReleasePayload } from '../../release.graphql.js';
import { WithdrawPublicationHandler } from './withdraw-publication.handler.js';

@InputType()
export class WithdrawPublicationInput extends ReleaseTransitionInput {
  @Field(() => String, { description: 'The public never reads it.' }) reason!: string;
}

@ObjectType()
export class WithdrawPublicationPayload extends ReleasePayload {}

@Resolver()
export class WithdrawPublicationResolver {
  constructor(private readonly handler: WithdrawPublicationHandler) {}

  @Mutation(() => WithdrawPublicationPayload, {
    description: 'Takes something back that is public; its address stays and says so.',
  })
  async withdrawPublication(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawPublicationInput,
  ): Promise<WithdrawPublicationPayload> {
    return toReleasePayload(await this.handler.execute(actor, input));
  }
}
