import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';
import { ReleasePayload, ReleaseTransitionInput, toReleasePayload } from '../../release.graphql.js';

@InputType()
export class ReinstateReleaseInput extends ReleaseTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ReinstateReleasePayload extends ReleasePayload {}

@Resolver()
export class ReinstateReleaseResolver {
  constructor(private readonly transition: ReleaseTransitionHandler) {}

  @Mutation(() => ReinstateReleasePayload, {
    description: 'What was withdrawn may become public again, with the next publication and its date.',
  })
  async reinstateRelease(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReinstateReleaseInput,
  ): Promise<ReinstateReleasePayload> {
    const { releaseId, expectedRevision, reason } = input;
    const transition = { releaseId, expectedRevision, action: 'reinstateRelease', input: { reason } } as const;
    return toReleasePayload(await this.transition.execute(actor, transition));
  }
}
