import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { MinutesTransitionHandler } from './minutes-transition.handler.js';

/**
 * Finds minutes agreed when the time for objections is over while none stands. To object is a right of those who belong to
 * the body and may read them; who has objected to this version has acted.
 */
@DeadlineKeeper({ kinds: ['MINUTES_OBJECTION'] })
export class MinutesDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT DISTINCT asked.id AS deadline_id, 'PARTY_COORDINATOR' AS role, member.party_code AS party, NULL AS body
    FROM asked JOIN minutes ON minutes.id = asked.subject_id AND minutes.state = 'CIRCULATED'
      AND minutes.objections_until = asked.due_at
    JOIN memberships AS member ON member.body_code = ANY (minutes.body_codes)
      AND (asked.due_at AT TIME ZONE 'Europe/Berlin')::date
        BETWEEN member.valid_from AND coalesce(member.valid_to, 'infinity')
    JOIN parties ON parties.code = member.party_code AND parties.audience_code = ANY (minutes.audience)
    WHERE asked.state = 'OPEN' AND NOT EXISTS (SELECT FROM minutes_objections
      WHERE minutes_id = minutes.id AND party = member.party_code AND minutes_objections.version = minutes.version)`;

  constructor(private readonly transition: MinutesTransitionHandler) {}

  /** A refusal changes nothing: somebody has agreed them already, has given more time, or an objection stands. */
  async close({ subjectId: minutesId }: Deadline): Promise<void> {
    await this.transition.execute(SYSTEM, { minutesId, action: 'agreeMinutes' });
  }
}
