import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { CurrentActor } from '#platform/graphql';
import { DeadlineConnectionType, toDeadlineType } from '../../deadline.graphql.js';
import { DeadlineListQuery, type DeadlinePage } from './deadline-list.query.js';

@Resolver()
export class ListDeadlinesResolver {
  constructor(
    private readonly list: DeadlineListQuery,
    private readonly clock: Clock,
  ) {}

  @Query(() => DeadlineConnectionType, { description: 'The timeline of a conference, what is due first first.' })
  async deadlines(
    @CurrentActor() actor: Actor,
    @Args('conferenceId', { type: () => ID }) conferenceId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<DeadlineConnectionType> {
    return this.shown(await this.list.ofConference(actor, conferenceId, { first, after }));
  }

  @Query(() => DeadlineConnectionType, { description: 'What is expected of the viewer, what is due first first.' })
  async myDeadlines(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<DeadlineConnectionType> {
    return this.shown(await this.list.ofActor(actor, { first, after }));
  }

  private shown({ nodes, ...page }: DeadlinePage): DeadlineConnectionType {
    const now = this.clock.now();
    return { nodes: nodes.map((deadline) => toDeadlineType(deadline, now)), ...page };
  }
}
