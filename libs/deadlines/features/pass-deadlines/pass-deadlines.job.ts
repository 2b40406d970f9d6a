import { Inject, Optional } from '@nestjs/common';
import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { LOGGER, type Logger } from '#platform/logging';
import { DeadlineTransitionHandler } from '../../deadline-transition.handler.js';
import { latenessOf, type Deadline } from '../../domain/deadline.js';
import { Deadlines } from '../../persistence/deadline.repository.js';

/**
 * Notes which deadlines are over, in the order in which they were due. What they close is closed without it: each act
 * looks at the instant itself. After a standstill everything that was missed is made up for, and it is said how late.
 */
@ScheduledJob({ name: 'pass-deadlines', everySeconds: 30 })
export class PassDeadlinesJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly transition: DeadlineTransitionHandler,
    private readonly clock: Clock,
    // Where jobs are only listed, as in the demo's first filling, nobody reads a log.
    @Optional() @Inject(LOGGER) private readonly logger: Logger | null,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    let isFirstLate = true;
    await sweepEach(
      await this.database.read(SYSTEM, (tx) => this.deadlines.listDue(tx, now)),
      ({ kind, id }) => `deadline ${kind} ${id}`,
      async (deadline) => {
        const wasLate = await this.pass(deadline, { now, isFirstLate });
        if (wasLate) isFirstLate = false;
      },
    );
  }

  /** What somebody moved or let pass meanwhile is refused and left alone. Whether it was let pass, and too late. */
  private async pass(
    deadline: Deadline,
    { now, isFirstLate }: { readonly now: Date; readonly isFirstLate: boolean },
  ): Promise<boolean> {
    const { id: deadlineId, kind, dueAt } = deadline;
    const answer = await this.transition.execute(SYSTEM, {
      deadlineId,
      action: 'passDeadline',
      input: { isFirstLate },
    });
    const late = latenessOf(deadline, now);
    if (!answer.ok || late === 0) return false;
    const lateSeconds = Math.round(late / 1000);
    this.logger?.warn({ deadlineId, kind, dueAt, lateSeconds }, 'deadline noticed late: the queue stood still');
    return true;
  }
}
