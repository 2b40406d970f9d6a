import { SYSTEM } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { Releases } from '../../persistence/release.repository.js';
import { ReleaseTransitionHandler } from '../../release-transition.handler.js';

const AT_A_TIME = 200;

/** Releases what nobody objected to in time. What was decided meanwhile stays as it is. */
@ScheduledJob({ name: 'grant-due-releases', everySeconds: 60 })
export class GrantDueReleasesJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly transition: ReleaseTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.read(SYSTEM, (tx) => this.releases.listDue(tx, now, AT_A_TIME));
    await sweepEach(
      due,
      (id) => `release ${id}`,
      (id) => this.grant(id),
    );
  }

  private async grant(id: string): Promise<void> {
    await this.database.write(SYSTEM, async (tx) => {
      const release = await this.releases.lockRelease(tx, id);
      if (release === null) return null;
      return this.transition.decideAndSave(tx, SYSTEM, release, { action: 'grantRelease', input: {} });
    });
  }
}
