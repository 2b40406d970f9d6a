import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { commentKindNames, type PartyCode } from '#glossary';
import { partyOf } from '#organisation';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { CommentedTextLoaders, CommentRoundLoaders } from '../../comment-round-loaders.js';
import {
  AskedPartyType,
  CommentRoundType,
  type ChangeRequestType,
  type CommentType,
} from '../../comment-round.graphql.js';
import { compareTexts } from '../../comparison-of-texts.js';
import { allClauses, numbered, type NumberedClause } from '../../domain/clause.js';
import type { ChangeRequest, Comment } from '../../domain/comment-round.js';
import type { StoredRound } from '../../persistence/comment-round.repository.js';

/** Who is asked and who said what, side by side (Synopse). */
@Resolver(() => CommentRoundType)
export class AskedPartiesResolver {
  constructor(
    private readonly loaders: CommentRoundLoaders,
    private readonly surroundings: CommentedTextLoaders,
  ) {}

  @ResolveField(() => [AskedPartyType], { description: 'In the order of the Länder, the Bund last.' })
  async asked(
    @Parent() round: StoredRound,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly AskedPartyType[]> {
    const [comments, awaited, text] = await Promise.all([
      this.loaders.commentsOf(context, round.id),
      this.loaders.awaitedIn(context, round.id),
      this.surroundings.textOf(context, round),
    ]);
    const clauses = allClauses(numbered(text.clauses));
    return round.parties.map((party) => askedParty(party, comments, awaited, clauses));
  }

  @ResolveField(() => Int, { description: 'How many have answered.' })
  async answeredCount(@Parent() { id }: StoredRound, @CurrentContext() context: RequestContext): Promise<number> {
    return new Set((await this.loaders.commentsOf(context, id)).map(({ party }) => party)).size;
  }

  @ResolveField(() => Int, { description: 'How many are asked.' })
  askedCount(@Parent() { parties }: StoredRound): number {
    return parties.length;
  }
}

function askedParty(
  party: PartyCode,
  comments: readonly Comment[],
  awaited: readonly PartyCode[],
  clauses: readonly NumberedClause[],
): AskedPartyType {
  const said = comments.filter((comment) => comment.party === party).map((comment) => toCommentType(comment, clauses));
  return {
    party: partyOf(party),
    comment: said.at(-1) ?? null,
    earlier: said.slice(0, -1),
    isAwaited: awaited.includes(party),
  };
}

function toCommentType({ changeRequests, ...comment }: Comment, clauses: readonly NumberedClause[]): CommentType {
  return {
    ...comment,
    kindLabel: commentKindNames[comment.kind],
    changeRequests: changeRequests.map((request) => toChangeRequestType(request, clauses)),
  };
}

function toChangeRequestType(
  { clauseId, wording }: ChangeRequest,
  clauses: readonly NumberedClause[],
): ChangeRequestType {
  const clause = clauses.find(({ id }) => id === clauseId);
  const read = (text: string) => [{ id: clauseId, text, children: [] }];
  const [compared] = compareTexts(read(clause?.text ?? ''), read(wording));
  return { clauseId, clauseNumber: clause?.number ?? null, wording, pieces: compared?.pieces ?? [] };
}
