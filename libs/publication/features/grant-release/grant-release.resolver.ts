import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';
import { ReleasePayload, ReleaseTransitionInput, toReleasePayload } from '../../release.graphql.js';

@InputType()
export class GrantReleaseInput extends ReleaseTransitionInput {}

@ObjectType()
export class GrantReleasePayload extends ReleasePayload {}

@Resolver()
export class GrantReleaseResolver {
  constructor(private readonly transition: ReleaseTransitionHandler) {}

  @Mutation(() => GrantReleasePayload, { description: 'Nobody objected in time: the object is released.' })
  async grantRelease(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantReleaseInput,
  ): Promise<GrantReleasePayload> {
    return toReleasePayload(await this.transition.execute(actor, { ...input, action: 'grantRelease' }));
  }
}
