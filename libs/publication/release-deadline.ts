import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { Database } from '#platform/database';
import { sweepEach } from '#platform/jobs';
import { Releases } from './persistence/release.repository.js';
import { ReleaseTransitionHandler } from './release-transition.handler.js';

/**
 * Silence releases: at the end of the time for objections, whatever nobody objected to. To object is a right; who objects to
 * all that is proposed has used it, and nobody but the objector and the system can tell.
 */
@DeadlineKeeper({ kinds: ['RELEASE_OBJECTION'] })
export class ReleaseDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT DISTINCT asked.id AS deadline_id, 'PARTY_COORDINATOR' AS role, member.party_code AS party, NULL AS body
    FROM asked JOIN releases ON (asked.subject_kind = 'release' AND releases.id = asked.subject_id
        OR asked.subject_kind = 'conference' AND releases.conference_id = asked.subject_id)
      AND releases.objections_until = asked.due_at AND releases.state IN ('PROPOSED', 'BLOCKED')
      AND releases.classification IN ('PUBLIC', 'INTERNAL')
    JOIN memberships AS member ON member.body_code = 'MAIN_CONFERENCE' AND member.may_object_to_release
      AND (asked.due_at AT TIME ZONE 'Europe/Berlin')::date
        BETWEEN member.valid_from AND coalesce(member.valid_to, 'infinity')
    JOIN parties ON parties.code = member.party_code AND parties.audience_code = ANY (releases.audience)
    WHERE asked.state = 'OPEN' AND NOT EXISTS (SELECT FROM release_objections
      WHERE release_id = releases.id AND party = member.party_code AND state = 'STANDING')`;

  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly transition: ReleaseTransitionHandler,
  ) {}

  /** One that cannot be released holds up none of the others of its conference. */
  async close({ subjectKind, subjectId, dueAt }: Deadline): Promise<void> {
    const due =
      subjectKind === 'release'
        ? [subjectId]
        : await this.database.read(SYSTEM, (tx) => this.releases.listDue(tx, subjectId, dueAt));
    await sweepEach(
      due,
      (id) => `release ${id}`,
      (id) => this.database.write(SYSTEM, (tx) => this.transition.grantInTx(tx, id)),
    );
  }
}
