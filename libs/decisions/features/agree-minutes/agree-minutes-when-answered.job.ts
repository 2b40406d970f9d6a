import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';

/** Finds minutes agreed when the last objection falls only after their deadline; before, the deadline will. */
@EventJob({ name: 'agree-minutes-when-answered', on: ['minutes.objectionWithdrawn', 'minutes.objectionRejected'] })
export class AgreeMinutesWhenAnsweredJob implements EventJobHandler {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  /** In a transaction of its own, so that a refusal changes nothing; done twice it is refused. */
  async run(_tx: Tx, { recordId: minutesId }: OutboxMessage): Promise<void> {
    await this.transition.execute(SYSTEM, { minutesId, action: 'agreeMinutes' });
  }
}
