import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicPayload, TopicTransitionHandler, toTopicPayload } from '#topics';

@InputType()
export class RemovePrecedentInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID) precedentId!: string;
}

@ObjectType()
export class RemovePrecedentPayload extends TopicPayload {}

@Resolver()
export class RemovePrecedentResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => RemovePrecedentPayload, { description: 'Takes a link to an earlier topic away.' })
  async removePrecedent(
    @CurrentActor() actor: Actor,
    @Args('input') { topicId, expectedRevision, precedentId }: RemovePrecedentInput,
  ): Promise<RemovePrecedentPayload> {
    const transition = { topicId, expectedRevision, action: 'removePrecedent', input: { precedentId } } as const;
    return toTopicPayload(await this.transition.execute(actor, transition));
  }
}
