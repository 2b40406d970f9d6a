import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { proposalStageNames, type ProposalStage } from '#glossary';
import { ConferenceType } from '#conferences';
import { closedSet } from '#platform/graphql';
import { numbered, type ClauseText, type NumberedClause } from './domain/clause.js';
import type { ComparedPiece, PieceMark } from './domain/comparison.js';
import type { ProposalVersion } from './domain/proposal-version.js';

const ProposalStageEnum = closedSet('ProposalStage', proposalStageNames);
export const pieceMarkNames = { KEPT: 'Unverändert', ADDED: 'Eingefügt', REMOVED: 'Gestrichen' } as const;
const PieceMarkEnum = closedSet('PieceMark', pieceMarkNames);

@ObjectType('Clause')
export class ClauseType implements NumberedClause {
  @Field(() => ID, { description: 'Stays the same through edits and renumbering.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Null when the clause stands alone.' }) number!: string | null;
  @Field(() => String) text!: string;
  @Field(() => [ClauseType]) children!: readonly ClauseType[];
}

@ObjectType('ProposalVersion', { description: 'One immutable text of a proposed resolution.' })
export class ProposalVersionType {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field(() => ProposalStageEnum) stage!: ProposalStage;
  @Field(() => String) stageLabel!: string;
  @Field(() => [ClauseType]) clauses!: readonly ClauseType[];
  @Field(() => String, { description: 'SHA-256 of the text; a vote names it.' }) textHash!: string;
  @Field(() => String) authorName!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
}

@ObjectType('ComparedPiece')
export class ComparedPieceType implements ComparedPiece {
  @Field(() => PieceMarkEnum) mark!: PieceMark;
  @Field(() => String) text!: string;
}

@ObjectType('StageText', { description: 'The text a stage was closed with.' })
export class StageTextType {
  @Field(() => ConferenceType, { nullable: true, description: 'The conference the topic was meant for then.' })
  conference!: ConferenceType | null;

  @Field(() => ProposalStageEnum) stage!: ProposalStage;
  @Field(() => String) stageLabel!: string;
  @Field(() => ProposalVersionType) version!: ProposalVersionType;
}

@InputType()
export class ClauseInput implements ClauseText {
  @Field(() => ID, { nullable: true, description: 'Of a clause that already exists.' }) id?: string | null;
  @Field(() => String) text!: string;
  @Field(() => [ClauseInput], { nullable: true }) children?: ClauseInput[] | null;
}

export function toProposalVersionType(version: ProposalVersion): ProposalVersionType {
  return { ...version, stageLabel: proposalStageNames[version.stage], clauses: numbered(version.clauses) };
}
