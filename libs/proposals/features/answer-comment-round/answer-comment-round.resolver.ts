import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { CommentKind } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentKindEnum, CommentRoundPayload, toCommentRoundPayload } from '../../comment-round.graphql.js';
import { AnswerCommentRoundHandler } from './answer-comment-round.handler.js';

@InputType()
export class ChangeRequestInput {
  @Field(() => ID, { description: 'Of the text the round is about.' }) clauseId!: string;
  @Field(() => String) wording!: string;
}

@InputType()
export class AnswerCommentRoundInput {
  @Field(() => ID) roundId!: string;
  @Field(() => ID, { description: 'In whose name: code of a Land, or BUND.' }) party!: string;
  @Field(() => String, { description: 'Of the text that was read.' }) textHash!: string;
  @Field(() => CommentKindEnum) kind!: CommentKind;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [ChangeRequestInput], { nullable: true }) changeRequests?: ChangeRequestInput[] | null;
}

@ObjectType()
export class AnswerCommentRoundPayload extends CommentRoundPayload {}

@Resolver()
export class AnswerCommentRoundResolver {
  constructor(private readonly handler: AnswerCommentRoundHandler) {}

  @Mutation(() => AnswerCommentRoundPayload, {
    description: 'Says what a party thinks of the text; may be said anew until the deadline, all is kept.',
  })
  async answerCommentRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerCommentRoundInput,
  ): Promise<AnswerCommentRoundPayload> {
    return toCommentRoundPayload(await this.handler.execute(actor, input));
  }
}
