import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { closedSet, CurrentActor, orNotFound } from '#platform/graphql';
import { compareTexts } from '../../comparison-of-texts.js';
import type { ClausePlace, ComparedClause, ComparedPiece } from '../../domain/comparison.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import {
  ComparedPieceType,
  pieceMarkNames,
  ProposalVersionType,
  toProposalVersionType,
} from '../../proposal.graphql.js';

const ClauseMarkEnum = closedSet('ClauseMark', { ...pieceMarkNames, CHANGED: 'Geändert' });

@ArgsType()
export class CompareProposalsArgs {
  @Field(() => ID) topicId!: string;
  @Field(() => ID) fromVersionId!: string;
  @Field(() => ID) toVersionId!: string;
}

@ObjectType('ComparedClause', { description: 'A clause of either text, matched by its id.' })
export class ComparedClauseType {
  @Field(() => ID) id!: string;
  @Field(() => ClauseMarkEnum) mark!: ComparedClause['mark'];
  @Field(() => Boolean, { description: 'In both texts, but in another place among the others.' }) isMoved!: boolean;
  @Field(() => String, { nullable: true, description: 'Number in the old text.' }) fromNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Number in the new text.' }) toNumber!: string | null;
  @Field(() => [ComparedPieceType]) pieces!: readonly ComparedPiece[];
}

@ObjectType('ProposalComparison', { description: 'What became of each clause from one text to another (Synopse).' })
export class ProposalComparisonType {
  @Field(() => ProposalVersionType) from!: ProposalVersionType;
  @Field(() => ProposalVersionType) to!: ProposalVersionType;
  @Field(() => [ComparedClauseType]) clauses!: readonly ComparedClauseType[];
}

@Resolver()
export class CompareProposalsResolver {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
  ) {}

  @Query(() => ProposalComparisonType, {
    description: 'Two texts of one topic side by side; NOT_FOUND when the topic has no such texts the viewer may see.',
  })
  async proposalComparison(
    @CurrentActor() actor: Actor,
    @Args() { topicId, fromVersionId, toVersionId }: CompareProposalsArgs,
  ): Promise<ProposalComparisonType> {
    const versions = await this.database.read(actor, (tx) => this.proposals.versionsOfTopic(tx, topicId));
    const from = orNotFound(versions.find(({ id }) => id === fromVersionId));
    const to = orNotFound(versions.find(({ id }) => id === toVersionId));
    const clauses = compareTexts(from.clauses, to.clauses).map(toComparedClauseType);
    return { from: toProposalVersionType(from), to: toProposalVersionType(to), clauses };
  }
}

function toComparedClauseType({ from, to, ...clause }: ComparedClause): ComparedClauseType {
  return { ...clause, fromNumber: numberOf(from), toNumber: numberOf(to) };
}

function numberOf(place: ClausePlace | null): string | null {
  return place?.number ?? null;
}
