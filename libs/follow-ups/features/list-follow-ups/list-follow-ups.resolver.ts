import { Args, Field, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import type { FollowUpKind, FollowUpState } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpConnectionType, FollowUpKindEnum, FollowUpStateEnum } from '../../follow-up.graphql.js';
import { FollowUpListQuery, type FollowUpPage } from './follow-up-list.query.js';

@InputType()
export class FollowUpFilter {
  @Field(() => [FollowUpStateEnum], { nullable: true }) states?: FollowUpState[] | null;
  @Field(() => FollowUpKindEnum, { nullable: true }) kind?: FollowUpKind | null;
  @Field(() => String, { nullable: true, description: 'Code of a body or party, CHAIR or ALL_LAENDER.' })
  addressee?: string | null;

  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Only what is asked of the viewer's own parties and bodies." })
  mine?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words of the task.' }) search?: string | null;
}

@Resolver()
export class ListFollowUpsResolver {
  constructor(private readonly list: FollowUpListQuery) {}

  @Query(() => FollowUpConnectionType, { description: 'The follow-ups the viewer may see, what is due first first.' })
  async followUps(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => FollowUpFilter, nullable: true }) filter: FollowUpFilter | null,
  ): Promise<FollowUpPage> {
    return this.list.execute(actor, { first, after, filter: filter ?? {} });
  }
}
