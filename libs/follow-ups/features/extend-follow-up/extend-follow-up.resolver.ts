import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import {
  DueInput,
  FollowUpPayload,
  FollowUpTransitionInput,
  toDue,
  toFollowUpPayload,
} from '../../follow-up.graphql.js';

@InputType()
export class ExtendFollowUpInput extends FollowUpTransitionInput {
  @Field(() => ID, { description: 'The later resolution.' }) resolutionId!: string;
  @Field(() => DueInput) due!: DueInput;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class ExtendFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class ExtendFollowUpResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => ExtendFollowUpPayload, { description: 'A later resolution gives more time.' })
  async extendFollowUp(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: ExtendFollowUpInput,
  ): Promise<ExtendFollowUpPayload> {
    const about = { followUpId, expectedRevision, action: 'extendFollowUp' } as const;
    return toFollowUpPayload(
      await this.transition.execute(actor, {
        ...about,
        input: { extendedById: given.resolutionId, due: toDue(given.due), reason: given.reason },
      }),
    );
  }
}
