import { DeadlineKeeper, type DeadlineKeeperHandler } from '#deadlines';

/** Planning days: expected is that the lead committee concludes or forwards what it deals with, which its chair does. */
@DeadlineKeeper({ kinds: ['COMMITTEE_SESSIONS', 'FINAL_PAPERS'] })
export class CommitteeDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT DISTINCT asked.id AS deadline_id, 'COMMITTEE_CHAIR' AS role, NULL AS party, topics.lead_committee AS body
    FROM asked JOIN topics ON topics.conference_id = asked.subject_id AND topics.state = 'IN_COMMITTEE'
    WHERE topics.lead_committee IS NOT NULL`;
}
