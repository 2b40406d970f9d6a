import { DeadlineKeeper, type DeadlineKeeperHandler } from '#deadlines';

/** A planning day: expected is an agenda that is more than a collection of topics. */
@DeadlineKeeper({ kinds: ['AGENDA_DRAFT'] })
export class AgendaDraftDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT asked.id AS deadline_id, 'SECRETARIAT' AS role, NULL AS party, NULL AS body
    FROM asked
    WHERE NOT EXISTS (SELECT FROM agendas
      WHERE conference_id = asked.subject_id AND session_id IS NULL AND state <> 'COLLECTING')`;
}
