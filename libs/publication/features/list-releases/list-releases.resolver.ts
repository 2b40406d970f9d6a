import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { ReleaseState } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleaseConnectionType, ReleaseStateEnum } from '../../release.graphql.js';
import { ReleaseListQuery, type ReleasePage } from './release-list.query.js';

@ArgsType()
export class ListReleasesArgs {
  @Field(() => ID) conferenceId!: string;
  @Field(() => ReleaseStateEnum, { nullable: true }) state?: ReleaseState | null;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@Resolver()
export class ListReleasesResolver {
  constructor(private readonly list: ReleaseListQuery) {}

  @Query(() => ReleaseConnectionType, { description: 'What of a conference may become public, and what not.' })
  async releases(
    @CurrentActor() actor: Actor,
    @Args() { conferenceId, state = null, first, after = null }: ListReleasesArgs,
  ): Promise<ReleasePage> {
    return this.list.execute(actor, { conferenceId, state, first, after });
  }
}
