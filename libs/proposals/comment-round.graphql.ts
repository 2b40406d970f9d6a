import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  commentKindNames,
  commentRoundStateNames,
  type BodyCode,
  type CommentKind,
  type CommentRoundState,
  type PartyCode,
} from '#glossary';
import { PartyType } from '#organisation';
import { closedSet, PageInfoType, RefusalType } from '#platform/graphql';
import type { RoundAnswer } from './comment-round-context.js';
import type { ChangeRequest } from './domain/comment-round.js';
import type { ComparedPiece } from './domain/comparison.js';
import type { StoredRound } from './persistence/comment-round.repository.js';
import type { CountedTerm } from './persistence/comment-terms.js';
import { ComparedPieceType } from './proposal.graphql.js';

export const CommentRoundStateEnum = closedSet('CommentRoundState', commentRoundStateNames);
export const CommentKindEnum = closedSet('CommentKind', commentKindNames);

/** Plain fields only; what needs a query or a rule is added by `CommentRoundFieldsResolver`. */
@ObjectType('CommentRound', {
  description: 'A body asks Länder and Bund what they think of one text, until a deadline.',
})
export class CommentRoundType implements StoredRound {
  @Field(() => ID) id!: string;
  @Field(() => CommentRoundStateEnum) state!: CommentRoundState;
  @Field(() => String, { description: 'Hash of the text; every answer names it.' }) textHash!: string;
  @Field(() => String, { nullable: true, description: 'What the body wants to know in particular.' })
  question!: string | null;

  @Field(() => GraphQLISODateTime) openedAt!: Date;
  @Field(() => String) openedBy!: string;
  @Field(() => GraphQLISODateTime, { description: 'Nothing is accepted then or later.' }) closesAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over, whenever that was noticed.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Answers do not change it. Send it back as expectedRevision.' }) revision!: number;

  topicId!: string;
  conferenceId!: string;
  body!: BodyCode;
  proposalVersionId!: string;
  parties!: readonly PartyCode[];
}

@ObjectType('ChangeRequest', { description: 'A wording that is proposed in place of a clause.' })
export class ChangeRequestType implements ChangeRequest {
  @Field(() => ID) clauseId!: string;
  @Field(() => String, { nullable: true, description: 'Null when the clause stands alone.' }) clauseNumber!:
    string | null;

  @Field(() => String) wording!: string;
  @Field(() => [ComparedPieceType], { description: 'What it would change.' }) pieces!: readonly ComparedPiece[];
}

@ObjectType('Comment', { description: 'What a Land or the Bund said to the text of the round.' })
export class CommentType {
  @Field(() => Int, { description: 'The last one of a party counts.' }) version!: number;
  @Field(() => CommentKindEnum) kind!: CommentKind;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => [ChangeRequestType]) changeRequests!: readonly ChangeRequestType[];
  @Field(() => String, { description: 'Of the text that it answers.' }) textHash!: string;
  @Field(() => GraphQLISODateTime) givenAt!: Date;
  @Field(() => String) givenBy!: string;
}

@ObjectType('AskedParty', { description: 'One that is asked, and what it said.' })
export class AskedPartyType {
  @Field(() => PartyType) party!: PartyType;
  @Field(() => CommentType, { nullable: true, description: 'What counts; null without an answer.' })
  comment!: CommentType | null;

  @Field(() => [CommentType], { description: 'What it said before, in its order.' }) earlier!: readonly CommentType[];
  @Field(() => Boolean, { description: 'Has not answered, and still sees the topic.' }) isAwaited!: boolean;
}

@ObjectType('CommentTerm', { description: 'A term that may be chosen now, by the profile of the conference.' })
export class CommentTermType implements CountedTerm {
  @Field(() => Int) workingDays!: number;
  @Field(() => GraphQLISODateTime) closesAt!: Date;
  @Field(() => String, { description: 'Which days count, and which do not and why.' }) inWords!: string;
}

@ObjectType({ description: 'The round as it is now, or why nothing was changed.' })
export class CommentRoundPayload {
  @Field(() => CommentRoundType, { nullable: true }) commentRound!: StoredRound | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType('CommentRoundConnection')
export class CommentRoundConnectionType {
  @Field(() => [CommentRoundType]) nodes!: readonly StoredRound[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

/** For acts on a round that another may have changed. */
@InputType()
export class CommentRoundActInput {
  @Field(() => ID) roundId!: string;
  @Field(() => Int) expectedRevision!: number;
}

export function toCommentRoundPayload(answer: RoundAnswer): CommentRoundPayload {
  return answer.ok ? { commentRound: answer.round, refusals: [] } : { commentRound: null, refusals: answer.refusals };
}
