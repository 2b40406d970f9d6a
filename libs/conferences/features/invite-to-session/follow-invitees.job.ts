import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler } from '#platform/jobs';
import { InviteeChanges } from './invitee-changes.js';

/** Whoever is entrusted with something, or not any more, hears at once of the sessions that come or go with it. */
@EventJob({
  name: 'follow-invitees',
  on: [
    ...['assignment.granted', 'assignment.handedOver', 'assignment.ended', 'person.assigned'],
    ...['body.setUp', 'body.dissolved'],
  ],
})
export class FollowInviteesJob implements EventJobHandler {
  constructor(private readonly changes: InviteeChanges) {}

  async run(tx: Tx): Promise<void> {
    for (const id of await this.changes.sessionsToCome(tx)) await this.changes.follow(tx, id);
  }
}
