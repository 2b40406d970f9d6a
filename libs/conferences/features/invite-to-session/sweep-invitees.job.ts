import { Database, SYSTEM_ACTOR } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { InviteeChanges } from './invitee-changes.js';

/**
 * What begins or ends with a day, without anybody doing anything at that moment: compares every minute who belongs to a
 * session with who has it in the calendar. Makes up for whatever was missed while no worker ran.
 */
@ScheduledJob({ name: 'sweep-invitees', everySeconds: 60 })
export class SweepInviteesJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly changes: InviteeChanges,
  ) {}

  async run(): Promise<void> {
    const sessions = await this.database.read(SYSTEM_ACTOR, (tx) => this.changes.sessionsToCome(tx));
    await sweepEach(
      sessions,
      (id) => `session ${id}`,
      (id) => this.database.write(SYSTEM_ACTOR, (tx) => this.changes.follow(tx, id)),
    );
  }
}
