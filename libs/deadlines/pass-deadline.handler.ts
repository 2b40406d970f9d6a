import { Inject, Injectable, Optional } from '@nestjs/common';
import { SYSTEM } from '#organisation';
import { LOGGER, type Logger } from '#platform/logging';
import { durationOf } from '#platform/metrics';
import { DeadlineKeepers } from './deadline-keepers.js';
import { DeadlineTransitionHandler } from './deadline-transition.handler.js';
import { latenessOf, type Deadline } from './domain/deadline.js';

const lateness = durationOf(
  'deadline_lateness',
  'How long after its instant a deadline was noted as passed, by kind.',
  ['kind'],
  [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400],
);

/** What a run of the sweep knows when it comes to a deadline. */
export interface Sweeping {
  readonly now: Date;
  readonly isFirstLate: boolean;
}

/** Closes what ends at a deadline, by the library whose record it is, and then lets the deadline pass. */
@Injectable()
export class PassDeadlineHandler {
  constructor(
    private readonly keepers: DeadlineKeepers,
    private readonly transition: DeadlineTransitionHandler,
    // Where jobs are only listed, as in the demo's first filling, nobody reads a log.
    @Optional() @Inject(LOGGER) private readonly logger: Logger | null,
  ) {}

  /**
   * What somebody moved or let pass meanwhile is refused and left alone; while its record cannot be closed it does not
   * pass. Whether it passed, and too late.
   */
  async execute(deadline: Deadline, { now, isFirstLate }: Sweeping): Promise<boolean> {
    const { id: deadlineId, kind, dueAt } = deadline;
    await this.keepers.closerOf(kind)?.(deadline);
    const answer = await this.transition.execute(SYSTEM, {
      deadlineId,
      action: 'passDeadline',
      input: { isFirstLate },
    });
    if (answer.ok) lateness.observe({ kind }, Math.max(0, (now.getTime() - dueAt.getTime()) / 1000));
    const late = latenessOf(deadline, now);
    if (!answer.ok || late === 0) return false;
    const lateSeconds = Math.round(late / 1000);
    this.logger?.warn({ deadlineId, kind, dueAt, lateSeconds }, 'deadline noticed late: the queue stood still');
    return true;
  }
}
