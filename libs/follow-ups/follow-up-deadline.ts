import { DeadlineKeeper, type DeadlineKeeperHandler } from '#deadlines';

/**
 * Nothing is closed: a report that comes late still has to come. Of an implementation each Land tells for itself. Whoever may
 * not read the task any more, since its topic was restricted, cannot do it.
 */
@DeadlineKeeper({ kinds: ['FOLLOW_UP'] })
export class FollowUpDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT asked.id AS deadline_id, addressed.role, addressed.party, addressed.body
    FROM asked JOIN follow_ups AS task ON task.id = asked.subject_id AND task.state IN ('OPEN', 'IN_PROGRESS', 'EXTENDED')
    CROSS JOIN LATERAL (
      SELECT role, NULL AS party, task.addressee_code AS body FROM unnest('{COMMITTEE_CHAIR,COMMITTEE_SECRETARY}'::text[]) AS role
        WHERE task.addressee_kind = 'BODY'
          AND EXISTS (SELECT FROM bodies WHERE code = task.addressee_code AND audience_code = ANY (asked.audience))
      UNION ALL SELECT 'PARTY_COORDINATOR', task.addressee_code, NULL FROM parties AS party
        WHERE task.addressee_kind = 'PARTY' AND party.code = task.addressee_code AND party.audience_code = ANY (asked.audience)
      UNION ALL SELECT 'CHAIR', NULL, NULL WHERE task.addressee_kind = 'CHAIR'
      UNION ALL SELECT 'PARTY_COORDINATOR', land.code, NULL FROM parties AS land
        WHERE task.addressee_kind = 'ALL_LAENDER' AND land.kind = 'LAND' AND land.audience_code = ANY (asked.audience)
          AND NOT EXISTS (SELECT FROM (SELECT DISTINCT ON (party) party, status FROM follow_up_implementations
              WHERE follow_up_id = task.id ORDER BY party, version DESC) AS newest
            WHERE newest.party = land.code AND newest.status IN ('IMPLEMENTED', 'NOT_INTENDED'))
    ) AS addressed`;
}
