import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { RequestWrittenProcedureHandler } from './request-written-procedure.handler.js';

/** What the conference gives into writing waits for the chair to open it, without anybody asking once more. */
@EventJob({ name: 'request-written-procedure-for-moved-topic', on: ['topic.movedToWrittenProcedure'] })
export class RequestForMovedTopicJob implements EventJobHandler {
  constructor(private readonly handler: RequestWrittenProcedureHandler) {}

  /** A procedure that was opened at once, or has been asked for already, is refused here and stays the only one. */
  async run(tx: Tx, { recordId }: OutboxMessage): Promise<void> {
    const reason = 'Die Konferenz hat das Thema ins Umlaufverfahren gegeben.';
    await this.handler.requestInTx(tx, SYSTEM, { topicId: recordId, reason });
  }
}
