import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { MinutesTransitionHandler } from './minutes-transition.handler.js';

/** Finds minutes agreed when the time for objections is over while none stands. */
@DeadlineKeeper({ kinds: ['MINUTES_OBJECTION'] })
export class MinutesDeadline implements DeadlineKeeperHandler {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  /** A refusal changes nothing: somebody has agreed them already, has given more time, or an objection stands. */
  async close({ subjectId: minutesId }: Deadline): Promise<void> {
    await this.transition.execute(SYSTEM, { minutesId, action: 'agreeMinutes' });
  }
}
