import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { HolidayRule } from '#glossary';
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
import type { Calendar } from '../../domain/calendar.js';
import { isCountedInWorkingDays, type Deadline } from '../../domain/deadline.js';
import { restDayInWords, workingDaysBetween, workingDaysInWords } from '../../domain/working-days.js';
import { calendarOf } from '../../holidays.js';
import { Deadlines } from '../../persistence/deadline.repository.js';

const BEGINNINGS = Symbol('beginnings of conferences');
const OTHERS = Symbol('deadlines of conferences');
const RULES = Symbol('holiday rules of conferences');
const HISTORY = Symbol('history of deadlines');
const labels = eventLabels(deadlineLifecycle);

type Shown = DeadlineType & { readonly holidayRule?: HolidayRule | null };

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
    description: 'Why its day is no working day by the rule of the conference, in German; null for a working day.',
  })
  async restDay(@Parent() deadline: Shown, @CurrentContext() context: RequestContext): Promise<string | null> {
    return restDayInWords(berlinDay(deadline.dueAt), await this.calendar(deadline, context));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Which working days it has and which days do not count, in German; null where none were counted.',
  })
  async workingDays(@Parent() deadline: Shown, @CurrentContext() context: RequestContext): Promise<string | null> {
    const { kind, opensAt, dueAt } = deadline;
    if (opensAt === null || !isCountedInWorkingDays(kind)) return null;
    const calendar = await this.calendar(deadline, context);
    return workingDaysInWords(workingDaysBetween(berlinDay(opensAt), berlinDay(dueAt), calendar));
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

  /** Known where deadlines are listed. */
  private async calendar({ conferenceId, holidayRule }: Shown, context: RequestContext): Promise<Calendar> {
    const load = (): Promise<HolidayRule | null> =>
      this.load(context, RULES, conferenceId, (tx, ids) => this.deadlines.holidayRules(tx, ids));
    return calendarOf(holidayRule ?? (await load()) ?? 'ANY_LAND');
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
