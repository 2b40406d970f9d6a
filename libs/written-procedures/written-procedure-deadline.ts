import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { Database } from '#platform/database';
import { ConcludeWrittenProceduresHandler } from './conclude-written-procedures.handler.js';

/**
 * At its deadline it is determined how a procedure ended, whether or not anybody acts. Expected is a vote in the round
 * that runs (each round has a ballot of its own), from whoever has the right to vote and may read it.
 */
@DeadlineKeeper({ kinds: ['WRITTEN_PROCEDURE'] })
export class WrittenProcedureDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT asked.id AS deadline_id, 'PARTY_COORDINATOR' AS role, member.party_code AS party, NULL AS body
    FROM asked JOIN written_procedures AS procedure ON procedure.id = asked.subject_id AND procedure.state = 'RUNNING'
    JOIN ballots ON ballots.written_procedure_id = procedure.id AND ballots.state = 'OPEN'
    JOIN memberships AS member ON member.body_code = 'MAIN_CONFERENCE' AND member.may_vote
      AND (asked.due_at AT TIME ZONE 'Europe/Berlin')::date
        BETWEEN member.valid_from AND coalesce(member.valid_to, 'infinity')
    JOIN parties ON parties.code = member.party_code AND parties.audience_code = ANY (asked.audience)
    WHERE NOT EXISTS (SELECT FROM votes WHERE ballot_id = ballots.id AND party = member.party_code)`;

  constructor(
    private readonly database: Database,
    private readonly concluding: ConcludeWrittenProceduresHandler,
  ) {}

  async close({ subjectId }: Deadline): Promise<void> {
    const answer = await this.database.write(SYSTEM, (tx) => this.concluding.concludeInTx(tx, subjectId));
    if (answer?.ok === false) throw new Error(JSON.stringify(answer.refusals));
  }
}
