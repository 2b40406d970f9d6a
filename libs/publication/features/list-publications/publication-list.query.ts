import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import type { ActionAvailability } from '#platform/lifecycle';
import { newPublication } from '../../domain/new-publication.js';
import { availabilityOfPreparing } from '../../domain/publication-availability.js';
import type { StoredPublication } from '../../domain/publication-decision.js';
import type { PublicationReport } from '../../domain/publication-report.js';
import { Publications } from '../../persistence/publication.repository.js';
import { Releases } from '../../persistence/release.repository.js';
import { PublicationTransition } from '../../publication-transition.js';

/** The publications of a conference, and what the next one would be. */
export interface ConferencePublications {
  readonly reportNow: PublicationReport;
  readonly nodes: readonly StoredPublication[];
  readonly availableActions: readonly ActionAvailability[];
}

@Injectable()
export class PublicationListQuery {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly publications: Publications,
    private readonly releases: Releases,
    private readonly transition: PublicationTransition,
  ) {}

  /** Null when there is no such conference, or the actor may not see it. */
  async execute(actor: Actor, conferenceId: string): Promise<ConferencePublications | null> {
    return this.database.read(actor, async (tx): Promise<ConferencePublications | null> => {
      const conference = await this.conferences.findConference(tx, conferenceId);
      if (conference === null) return null;
      const nodes = await this.publications.listOf(tx, conferenceId);
      const releases = await this.releases.listOf(tx, conferenceId);
      const reportNow = await this.transition.reportNow(tx, conferenceId, releases);
      const preparing = availabilityOfPreparing(newPublication(conferenceId, conferenceId, reportNow), {
        ...this.transition.contextOf(actor),
        reportNow,
        isAnotherPrepared: nodes.some(({ state }) => state === 'PREPARED'),
      });
      return { reportNow, nodes, availableActions: [preparing] };
    });
  }
}
