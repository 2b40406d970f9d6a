import { landCodes, reminderRungs, type ReminderRung } from '#glossary';
import { SYSTEM } from '#organisation';
import { berlinDay, berlinHour, Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { appendAllToOutbox } from '#platform/outbox';
import { DeadlineKeepers } from '../../deadline-keepers.js';
import type { CalendarName } from '../../domain/calendar.js';
import { calendarOf } from '../../holidays.js';
import type { StoredDeadline } from '../../persistence/deadline.repository.js';
import { listDutyHolders } from '../../persistence/duty-holders.js';
import { ReminderRules, type SwitchedOn } from '../../persistence/reminder-rule.repository.js';
import { Reminders, type ClaimedReminder } from '../../persistence/reminder.repository.js';
import { dueReminders, isReached, waitingCalendars, type ReminderRun, type Waiting } from '../../reminder-plan.js';
import { MORNING } from '../../reminder-rungs.js';

const calendars: readonly CalendarName[] = [...landCodes, 'ANY_LAND'];
const nothing: ReadonlySet<ReminderRung> = new Set();

/**
 * Reminds everybody who is still expected to act. Each calendar is gone through once on each of its working days, from
 * where the last run left it: whoever was reminded is in the table of reminders, and nobody is twice, however many run
 * at once and wherever one was stopped.
 */
@ScheduledJob({ name: 'remind-of-deadlines', everySeconds: 60 })
export class RemindOfDeadlinesJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly keepers: DeadlineKeepers,
    private readonly reminders: Reminders,
    private readonly rules: ReminderRules,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const runs = await this.database.read(SYSTEM, (tx) => this.reminders.listRuns(tx));
    const waiting = waitingCalendars(calendars, runs, now, calendarOf);
    if (waiting.size === 0) return;
    const { near, switchedOn } = await this.around(waiting, now);
    const runOf = ({ kind }: Pick<StoredDeadline, 'kind'>): ReminderRun => {
      return { switchedOn: switchedOn.get(kind) ?? nothing, waiting, now, calendarOf };
    };
    await sweepEach(
      near.filter((deadline) => isReached(deadline, runOf(deadline))),
      ({ kind, id }) => `deadline ${kind} ${id}`,
      ({ id }) => this.database.write(SYSTEM, (tx) => this.remindOf(tx, id, runOf)),
    );
    const morning = berlinHour(berlinDay(now), MORNING);
    await this.database.write(SYSTEM, (tx) => this.reminders.noteRuns(tx, [...waiting.keys()], morning));
  }

  private async around(waiting: Waiting, now: Date): Promise<Around> {
    const since = new Date(Math.min(...[...waiting.values()].map((each) => each.getTime())));
    return this.database.read(SYSTEM, async (tx) => ({
      near: await this.reminders.listNear(tx, since, now),
      switchedOn: await this.rules.switchedOn(tx),
    }));
  }

  /** Looks once more: what was moved, settled or acted on meanwhile is not reminded of. */
  private async remindOf(tx: Tx, id: string, runOf: (deadline: StoredDeadline) => ReminderRun): Promise<void> {
    const deadline = await this.reminders.holdDeadline(tx, id);
    if (deadline === null) return;
    const run = runOf(deadline);
    const holders = await listDutyHolders(tx, id, run.now, this.keepers.openDutiesSql());
    const claimed = await this.reminders.claim(tx, deadline, dueReminders(deadline, holders, run), run.now);
    await appendAllToOutbox(tx, messagesAbout(deadline, claimed, run.now));
  }
}

interface Around {
  readonly near: Awaited<ReturnType<Reminders['listNear']>>;
  readonly switchedOn: SwitchedOn;
}

/** One message for all who hear of the same rung. */
function messagesAbout(
  { id: recordId, kind, subjectKind, subjectId, conferenceId }: StoredDeadline,
  claimed: readonly ClaimedReminder[],
  occurredAt: Date,
): Parameters<typeof appendAllToOutbox>[1] {
  return reminderRungs.flatMap((rung) => {
    const reminderIds = claimed.filter((each) => each.rung === rung).map(({ id }) => id);
    if (reminderIds.length === 0) return [];
    const data = { kind, subjectKind, subjectId, conferenceId, rung, reminderIds };
    return [{ event: 'deadline.reminded', recordKind: 'deadline', recordId, data, occurredAt }];
  });
}
