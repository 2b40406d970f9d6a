import { Sessions } from '#conferences';
import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ProceduresToReportQuery } from './procedures-to-report.query.js';
import { ReportWrittenProcedureHandler } from './report-written-procedure.handler.js';

/** With the session of the main conference, the report that stood on its agenda has been given. */
@EventJob({ name: 'report-written-procedures-of-session', on: ['session.concluded'] })
export class ReportWrittenProceduresOfSessionJob implements EventJobHandler {
  constructor(
    private readonly sessions: Sessions,
    private readonly toReport: ProceduresToReportQuery,
    private readonly handler: ReportWrittenProcedureHandler,
  ) {}

  /** What somebody noted by hand meanwhile is refused here, and stays as noted. */
  async run(tx: Tx, { recordId, occurredAt }: OutboxMessage): Promise<void> {
    const session = await this.sessions.findSession(tx, recordId);
    if (session === null || session.body !== 'MAIN_CONFERENCE') return;
    const { conferenceId } = session;
    for (const procedureId of await this.toReport.untoldIds(tx, conferenceId, occurredAt)) {
      await this.handler.reportInTx(tx, SYSTEM, { procedureId, conferenceId });
    }
  }
}
