import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentRoundTransitionHandler } from '../../comment-round-transition.handler.js';
import { CommentRoundActInput, CommentRoundPayload, toCommentRoundPayload } from '../../comment-round.graphql.js';

@InputType()
export class CloseCommentRoundInput extends CommentRoundActInput {
  @Field(() => String, { nullable: true, description: 'Needed as long as somebody has not answered.' })
  reason?: string | null;
}

@ObjectType()
export class CloseCommentRoundPayload extends CommentRoundPayload {}

@Resolver()
export class CloseCommentRoundResolver {
  constructor(private readonly handler: CommentRoundTransitionHandler) {}

  @Mutation(() => CloseCommentRoundPayload, { description: 'Ends the round before its deadline.' })
  async closeCommentRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: CloseCommentRoundInput,
  ): Promise<CloseCommentRoundPayload> {
    return toCommentRoundPayload(await this.handler.execute(actor, { ...input, action: 'closeCommentRound' }));
  }
}
