import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toHistoryEntryType, type Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import {
  AvailableActionType,
  CurrentContext,
  HistoryEntryType,
  loadAsActor,
  type Batch,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { DeadlineType } from '../../deadline.graphql.js';
import { DeadlineTransitionHandler } from '../../deadline-transition.handler.js';
import { actionsOn, deadlineLifecycle } from '../../domain/deadline-lifecycle.js';
import type { Deadline } from '../../domain/deadline.js';
import { restDayInWords } from '../../domain/working-days.js';
import { calendarOf } from '../../holidays.js';
import { Deadlines } from '../../persistence/deadline.repository.js';

const BEGINNINGS = Symbol('beginnings of conferences');
const OTHERS = Symbol('deadlines of conferences');
const HISTORY = Symbol('history of deadlines');
const labels = eventLabels(deadlineLifecycle);

/** The fields of a deadline that a rule or another record answers. */
@Resolver(() => DeadlineType)
export class DeadlineFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly transition: DeadlineTransitionHandler,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why its day is no working day somewhere, in German; null for a working day everywhere.',
  })
  restDay({ dueAt }: DeadlineType): string | null {
    return restDayInWords(berlinDay(dueAt), calendarOf('ANY_LAND'));
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  async availableActions(
    @Parent() deadline: DeadlineType & Deadline,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const { conferenceId } = deadline;
    const conferenceBegins = await this.load(context, BEGINNINGS, conferenceId, (tx, ids) =>
      this.deadlines.beginnings(tx, ids),
    );
    const others = await this.load(context, OTHERS, conferenceId, (tx, ids) =>
      this.deadlines.deadlinesOfConferences(tx, ids),
    );
    const surroundings = { conferenceBegins, others: others ?? [], input: null };
    return actionsOn(deadline, this.transition.contextOf(context.actor as Actor, surroundings));
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: DeadlineType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, 'deadline', ids);
    return ((await this.load(context, HISTORY, id, batch)) ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }

  private async load<Value>(
    context: RequestContext,
    key: symbol,
    id: string,
    batch: Batch<Value>,
  ): Promise<Value | null> {
    return loadAsActor(this.database, context, { key, id, batch });
  }
}
