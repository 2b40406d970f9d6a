import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { PassDeadlineHandler } from '../../pass-deadline.handler.js';
import { Deadlines } from '../../persistence/deadline.repository.js';

const LOOK_AHEAD = 15 * 60 * 1000;

/**
 * Closes whatever is over, of all kinds in the one order in which it was due, and notes that it has passed. No act needs
 * it: each looks at the instant itself. After a standstill everything that was missed is made up for, and it is said how
 * late. What cannot be closed holds up nothing else, and is tried again with the next run.
 */
@ScheduledJob({ name: 'pass-deadlines', everySeconds: 30 })
export class PassDeadlinesJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly passing: PassDeadlineHandler,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    let isFirstLate = true;
    await sweepEach(
      await this.database.read(SYSTEM, (tx) => this.deadlines.listDue(tx, now)),
      ({ kind, subjectKind, subjectId }) => `deadline ${kind} of ${subjectKind} ${subjectId}`,
      async (deadline) => {
        const wasLate = await this.passing.execute(deadline, { now, isFirstLate });
        if (wasLate) isFirstLate = false;
      },
    );
  }

  /** What comes due between two runs is closed at its instant; a queue that has lost that is told again by the next run. */
  async upcoming(): Promise<readonly Date[]> {
    const now = this.clock.now();
    return this.database.read(SYSTEM, (tx) =>
      this.deadlines.listUpcoming(tx, now, new Date(now.getTime() + LOOK_AHEAD)),
    );
  }
}
