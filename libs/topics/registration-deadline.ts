import { DeadlineKeeper, type DeadlineKeeperHandler } from '#deadlines';

/**
 * Nothing has to be closed: whoever submits looks at the instant. Expected is what somebody has begun and not submitted,
 * from those who can submit it.
 */
@DeadlineKeeper({ kinds: ['COMMITTEE_REGISTRATION', 'DIRECT_REGISTRATION'] })
export class RegistrationDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT DISTINCT asked.id AS deadline_id,
      CASE WHEN registrant_party IS NULL THEN 'COMMITTEE_CHAIR' ELSE 'PARTY_COORDINATOR' END AS role,
      registrant_party AS party, registrant_body AS body
    FROM asked JOIN topics ON topics.conference_id = asked.subject_id AND topics.state IN ('DRAFT', 'RETURNED')`;
}
