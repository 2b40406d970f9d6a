import { Args, Field, ID, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import type { WrittenProcedureState } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { WrittenProcedureConnectionType, WrittenProcedureStateEnum } from '../../written-procedure.graphql.js';
import { WrittenProcedureListQuery, type WrittenProcedurePage } from './written-procedure-list.query.js';

@InputType()
export class WrittenProcedureFilter {
  @Field(() => [WrittenProcedureStateEnum], { nullable: true }) states?: WrittenProcedureState[] | null;
  @Field(() => ID, { nullable: true }) conferenceId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Running, and a Land of the viewer has not voted yet.' })
  awaitsMyVote?: boolean | null;
}

@Resolver()
export class ListWrittenProceduresResolver {
  constructor(private readonly list: WrittenProcedureListQuery) {}

  @Query(() => WrittenProcedureConnectionType, { description: 'The written procedures the viewer may see.' })
  async writtenProcedures(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => WrittenProcedureFilter, nullable: true }) filter: WrittenProcedureFilter | null,
  ): Promise<WrittenProcedurePage> {
    return this.list.execute(actor, { first, after, filter: filter ?? {} });
  }
}
