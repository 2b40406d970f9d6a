import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';
import { ReleasePayload, ReleaseTransitionInput, toReleasePayload } from '../../release.graphql.js';

@InputType()
export class AgreeToReleaseInput extends ReleaseTransitionInput {}

@ObjectType()
export class AgreeToReleasePayload extends ReleasePayload {}

@Resolver()
export class AgreeToReleaseResolver {
  constructor(private readonly transition: ReleaseTransitionHandler) {}

  @Mutation(() => AgreeToReleasePayload, {
    description: 'The registrant agrees to a release it did not wish at first.',
  })
  async agreeToRelease(
    @CurrentActor() actor: Actor,
    @Args('input') input: AgreeToReleaseInput,
  ): Promise<AgreeToReleasePayload> {
    return toReleasePayload(await this.transition.execute(actor, { ...input, action: 'agreeToRelease' }));
  }
}
