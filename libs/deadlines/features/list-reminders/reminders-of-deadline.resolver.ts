import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { validate as isUuid } from 'uuid';
import { Database } from '#platform/database';
import {
  CurrentContext,
  decodeCursor,
  encodeCursor,
  invalidCursor,
  loadAsActor,
  pageLength,
  type RequestContext,
} from '#platform/graphql';
import { DeadlineType } from '../../deadline.graphql.js';
import { listReminders, type RemindersCursor } from '../../persistence/reminder-list.js';
import { ReminderConnectionType, toReminderType } from '../../reminder.graphql.js';

/** Whom and when: the secretariat and the chair see all, everybody else what was sent to themselves. */
@Resolver(() => DeadlineType)
export class RemindersOfDeadlineResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => ReminderConnectionType, {
    description: 'Who was reminded of it, the last one first; secretariat and chair see all, everybody their own.',
  })
  async reminders(
    @Parent() { id }: DeadlineType,
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ReminderConnectionType> {
    const length = pageLength(first);
    const cursor = cursorOf(after);
    // The deadlines of one selection ask for the same page and share one statement.
    const key = Symbol.for(`reminders of deadlines ${length} ${after ?? ''}`);
    const found = await loadAsActor(this.database, context, {
      key,
      id,
      batch: (tx, ids) => listReminders(tx, ids, length, cursor),
    });
    const nodes = (found ?? []).slice(0, length);
    const last = nodes.at(-1);
    return {
      nodes: nodes.map(toReminderType),
      totalCount: last?.total ?? 0,
      pageInfo: {
        hasNextPage: (found?.length ?? 0) > length,
        endCursor: last === undefined ? null : encodeCursor([last.remindedAt.toISOString(), last.id]),
      },
    };
  }
}

function cursorOf(after: string | null): RemindersCursor | null {
  if (after === null || after === undefined) return null;
  const [at, id] = decodeCursor(after, 2);
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id)) return [at, String(id)];
  throw invalidCursor();
}
