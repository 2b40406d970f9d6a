import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM } from '#organisation';
import { Database } from '#platform/database';
import { sweepEach } from '#platform/jobs';
import { Releases } from './persistence/release.repository.js';
import { ReleaseTransitionHandler } from './release-transition.handler.js';

/** Silence releases: at the end of the time for objections, whatever nobody objected to. */
@DeadlineKeeper({ kinds: ['RELEASE_OBJECTION'] })
export class ReleaseDeadline implements DeadlineKeeperHandler {
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
