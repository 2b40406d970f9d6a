import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { Database } from '#platform/database';
import { ConcludeWrittenProceduresHandler } from './conclude-written-procedures.handler.js';

/** At its deadline it is determined how a procedure ended, whether or not anybody acts. */
@DeadlineKeeper({ kinds: ['WRITTEN_PROCEDURE'] })
export class WrittenProcedureDeadline implements DeadlineKeeperHandler {
  constructor(
    private readonly database: Database,
    private readonly concluding: ConcludeWrittenProceduresHandler,
  ) {}

  async close({ subjectId }: Deadline): Promise<void> {
    const answer = await this.database.write(SYSTEM, (tx) => this.concluding.concludeInTx(tx, subjectId));
    if (answer?.ok === false) throw new Error(JSON.stringify(answer.refusals));
  }
}
