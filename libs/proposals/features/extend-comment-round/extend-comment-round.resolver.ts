import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentRoundTransitionHandler } from '../../comment-round-transition.handler.js';
import { CommentRoundActInput, CommentRoundPayload, toCommentRoundPayload } from '../../comment-round.graphql.js';

@InputType()
export class ExtendCommentRoundInput extends CommentRoundActInput {
  @Field(() => Int, { description: 'By so many working days after the present deadline.' }) workingDays!: number;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ExtendCommentRoundPayload extends CommentRoundPayload {}

@Resolver()
export class ExtendCommentRoundResolver {
  constructor(private readonly handler: CommentRoundTransitionHandler) {}

  @Mutation(() => ExtendCommentRoundPayload, { description: 'The chair gives more time.' })
  async extendCommentRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: ExtendCommentRoundInput,
  ): Promise<ExtendCommentRoundPayload> {
    return toCommentRoundPayload(await this.handler.execute(actor, { ...input, action: 'extendCommentRound' }));
  }
}
