import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentRoundTransitionHandler } from '../../comment-round-transition.handler.js';
import { CommentRoundPayload, toCommentRoundPayload } from '../../comment-round.graphql.js';

@InputType()
export class OpenCommentRoundInput {
  @Field(() => ID) topicId!: string;
  @Field(() => String, { description: 'Of the text that was read.' }) textHash!: string;
  @Field(() => Int, { description: 'One of the terms the topic offers.' }) workingDays!: number;
  @Field(() => String, { nullable: true }) question?: string | null;
}

@ObjectType()
export class OpenCommentRoundPayload extends CommentRoundPayload {}

@Resolver()
export class OpenCommentRoundResolver {
  constructor(private readonly handler: CommentRoundTransitionHandler) {}

  @Mutation(() => OpenCommentRoundPayload, {
    description: 'Asks whoever may speak in the body for comments on the text.',
  })
  async openCommentRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenCommentRoundInput,
  ): Promise<OpenCommentRoundPayload> {
    return toCommentRoundPayload(await this.handler.open(actor, input));
  }
}
