import { Args, Field, ID, InputType, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  orNotFound,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import {
  AssignmentRecordType,
  AssignmentStateEnum,
  PersonConnectionType,
  toAssignmentRecordType,
} from '../../assignment.graphql.js';
import type { Actor } from '../../domain/actor.js';
import { assignmentLifecycle } from '../../domain/assignment-lifecycle.js';
import type { AssignmentState } from '../../domain/assignment-record.js';
import { toHistoryEntryType } from '../../history-entry.js';
import { PersonType } from '../../organisation.graphql.js';
import { PeopleLoader } from './people.loader.js';
import { PeopleQuery } from './people.query.js';

const labels = eventLabels(assignmentLifecycle);

@InputType('PeopleFilter')
export class PeopleFilterInput {
  @Field(() => String, { nullable: true, description: 'Words of the name or the Land; or the mail address.' }) search?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'Code of a Land or of the Bund.' }) party?: string | null;
  @Field(() => ID, { nullable: true, description: 'Code of a body.' }) body?: string | null;
}

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(
    private readonly query: PeopleQuery,
    private readonly loader: PeopleLoader,
  ) {}

  @Query(() => PersonConnectionType, { description: 'People by name, and what they are entrusted with.' })
  async people(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('filter', { nullable: true }) filter?: PeopleFilterInput,
  ): Promise<PersonConnectionType> {
    const { search, party = null, body = null } = filter ?? {};
    return this.query.list(actor, first, after ?? null, { search: search?.trim() || null, party, body });
  }

  @Query(() => PersonType, { description: 'One person; for unknown ids NOT_FOUND.' })
  async person(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PersonType> {
    return orNotFound(await this.query.findPerson(actor, id));
  }

  @ResolveField(() => [AssignmentRecordType])
  async assignments(
    @Parent() { id }: PersonType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('ended', { type: () => Boolean, defaultValue: false, description: 'With those that have ended.' })
    ended: boolean,
  ): Promise<readonly AssignmentRecordType[]> {
    return (await this.loader.assignmentsOf(context, actor, id, ended)).map(toAssignmentRecordType);
  }
}

@Resolver(() => AssignmentRecordType)
export class AssignmentFieldsResolver {
  constructor(private readonly loader: PeopleLoader) {}

  @ResolveField(() => AssignmentStateEnum)
  state(@Parent() { record }: AssignmentRecordType): AssignmentState {
    return this.loader.stateOf(record);
  }

  @ResolveField(() => [AvailableActionType])
  async availableActions(
    @Parent() { record }: AssignmentRecordType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    return this.loader.actionsOn(context, actor, record);
  }

  @ResolveField(() => [HistoryEntryType], { description: 'For the secretariat and those of the same house.' })
  async history(
    @Parent() { id }: AssignmentRecordType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    return (await this.loader.historyOf(context, actor, id)).map((entry) => toHistoryEntryType(entry, labels));
  }
}
