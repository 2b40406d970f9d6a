import { DeadlineKeeper, type DeadlineKeeperHandler } from '#deadlines';

/** A planning day: expected is that the chair takes on what waits in the pre-conference. */
@DeadlineKeeper({ kinds: ['PRE_CONFERENCE'] })
export class PreConferenceDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT asked.id AS deadline_id, 'CHAIR' AS role, NULL AS party, NULL AS body
    FROM asked
    WHERE EXISTS (SELECT FROM topics WHERE conference_id = asked.subject_id AND state = 'IN_PRE_CONFERENCE')`;
}
