import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler } from '#platform/jobs';
import { ConferenceTransitionHandler } from '../../conference-transition.handler.js';
import { Conferences } from '../../persistence/conference.repository.js';

/** Conferences to come are chaired by whoever has the term on their first day, whatever was planned before. */
@EventJob({
  name: 'follow-chair-terms',
  on: ['chairTerm.proposed', 'chairTerm.confirmed', 'chairTerm.swapped', 'chairTerm.shortened'],
})
export class FollowChairTermsJob implements EventJobHandler {
  constructor(
    private readonly conferences: Conferences,
    private readonly transition: ConferenceTransitionHandler,
  ) {}

  async run(tx: Tx): Promise<void> {
    for (const { id: conferenceId, revision } of await this.conferences.listMischaired(tx)) {
      // Refused where the conference is over or concluded: it keeps the chair under which it met.
      await this.transition.decideAndSave(tx, SYSTEM, {
        ...{ conferenceId, expectedRevision: revision, action: 'followChairTerm' as const },
        changed: {},
      });
    }
  }
}
