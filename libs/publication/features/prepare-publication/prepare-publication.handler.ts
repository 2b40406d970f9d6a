import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import { Database, newId } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { newPublication } from '../../domain/new-publication.js';
import { Publications } from '../../persistence/publication.repository.js';
import { Releases } from '../../persistence/release.repository.js';
import { PublicationTransition, type PublicationAnswer } from '../../publication-transition.js';

/** Writes down what would become public, for a second person to read and approve. Nothing becomes public yet. */
@Injectable()
export class PreparePublicationHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly publications: Publications,
    private readonly releases: Releases,
    private readonly transition: PublicationTransition,
  ) {}

  async execute(actor: Actor, conferenceId: string): Promise<PublicationAnswer> {
    return this.database.write(actor, async (tx): Promise<PublicationAnswer> => {
      // The lock lets one prepare after the other.
      const conference = await this.conferences.lockConference(tx, conferenceId);
      if (conference === null) return unknownConference;
      const releases = await this.releases.lockReleasesOf(tx, conferenceId);
      const reportNow = await this.transition.reportNow(tx, conferenceId, releases);
      const isAnotherPrepared = await this.publications.isOnePrepared(tx, conferenceId);
      const publication = newPublication(newId(), conferenceId, reportNow);
      const given = { action: 'preparePublication', reportNow, isAnotherPrepared } as const;
      return this.transition.decideAndSave(tx, actor, publication, given);
    });
  }
}

const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Diese Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});
