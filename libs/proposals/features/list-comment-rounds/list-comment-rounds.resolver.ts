import { Args, Field, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import type { CommentRoundState } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { CommentRoundConnectionType, CommentRoundStateEnum } from '../../comment-round.graphql.js';
import { CommentRoundListQuery, type CommentRoundPage } from './comment-round-list.query.js';

@InputType()
export class CommentRoundFilter {
  @Field(() => [CommentRoundStateEnum], { nullable: true }) states?: CommentRoundState[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, and one for whom the viewer answers has not answered.' })
  awaitsMyAnswer?: boolean | null;
}

@Resolver()
export class ListCommentRoundsResolver {
  constructor(private readonly list: CommentRoundListQuery) {}

  @Query(() => CommentRoundConnectionType, {
    description: 'The rounds of comments the viewer may see, the latest first.',
  })
  async commentRounds(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => CommentRoundFilter, nullable: true }) filter: CommentRoundFilter | null,
  ): Promise<CommentRoundPage> {
    return this.list.execute(actor, { first, after, filter: filter ?? {} });
  }
}
