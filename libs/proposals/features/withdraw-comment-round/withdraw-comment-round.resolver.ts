import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentRoundTransitionHandler } from '../../comment-round-transition.handler.js';
import { CommentRoundActInput, CommentRoundPayload, toCommentRoundPayload } from '../../comment-round.graphql.js';

@InputType()
export class WithdrawCommentRoundInput extends CommentRoundActInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class WithdrawCommentRoundPayload extends CommentRoundPayload {}

@Resolver()
export class WithdrawCommentRoundResolver {
  constructor(private readonly handler: CommentRoundTransitionHandler) {}

  @Mutation(() => WithdrawCommentRoundPayload, { description: 'Takes the question back.' })
  async withdrawCommentRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawCommentRoundInput,
  ): Promise<WithdrawCommentRoundPayload> {
    return toCommentRoundPayload(await this.handler.execute(actor, { ...input, action: 'withdrawCommentRound' }));
  }
}
