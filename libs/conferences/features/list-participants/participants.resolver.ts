import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, CurrentContext, loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import { Clock, berlinDay } from '#platform/clock';
import { representativesOn, type Representation } from '../../domain/participant.js';
import {
  AttendanceCountsType,
  ParticipantConnectionType,
  RepresentationType,
  toRepresentationType,
} from '../../participant.graphql.js';
import { attendanceBySessionIds, representationsBySessionIds } from '../../persistence/participant.loader.js';
import { SessionType } from '../../session.graphql.js';
import { ParticipantListQuery } from './participant-list.query.js';

const ATTENDANCE = Symbol('attendance of sessions');
const REPRESENTATIONS = Symbol('representations in sessions');

@Resolver(() => SessionType)
export class ParticipantsResolver {
  constructor(
    private readonly database: Database,
    private readonly list: ParticipantListQuery,
    private readonly clock: Clock,
  ) {}

  @Query(() => ParticipantConnectionType, { description: 'Who takes part in a session.' })
  async participants(
    @CurrentActor() actor: Actor,
    @Args('sessionId', { type: () => ID }) sessionId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<ParticipantConnectionType> {
    return this.list.execute(actor, sessionId, first, after);
  }

  @ResolveField(() => AttendanceCountsType)
  async attendance(
    @Parent() { id }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<AttendanceCountsType> {
    const counts = await this.load(context, ATTENDANCE, id, attendanceBySessionIds);
    const { EXPECTED: expected = 0, PRESENT: present = 0, REMOTE: remote = 0, ABSENT: absent = 0 } = counts ?? {};
    return { total: expected + present + remote + absent, expected, present, remote, absent };
  }

  @ResolveField(() => [RepresentationType], {
    description: 'Who sits for each party: today while the session goes on, before and after as named last.',
  })
  async representatives(
    @Parent() session: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly RepresentationType[]> {
    const all = await this.representationsOf(context, session.id);
    const today = berlinDay(this.clock.now());
    const isGoingOn = session.startsOn <= today && today <= session.endsOn;
    return [...representativesOn(all, isGoingOn ? today : session.endsOn).values()].map(toRepresentationType);
  }

  @ResolveField(() => [RepresentationType], { description: 'All that were named, in the order of naming.' })
  async representations(
    @Parent() { id }: SessionType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly RepresentationType[]> {
    return (await this.representationsOf(context, id)).map(toRepresentationType);
  }

  private async representationsOf(context: RequestContext, sessionId: string): Promise<readonly Representation[]> {
    return (await this.load(context, REPRESENTATIONS, sessionId, representationsBySessionIds)) ?? [];
  }

  private async load<Value>(
    context: RequestContext,
    symbol: symbol,
    key: string,
    batch: Batch<Value>,
  ): Promise<Value | null> {
    return loadAsActor(this.database, context, { key: symbol, id: key, batch });
  }
}
