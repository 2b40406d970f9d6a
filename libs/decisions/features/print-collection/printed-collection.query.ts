import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { CollectionDocument } from '../../documents/collection-document.js';
import { Resolutions } from '../../persistence/resolution.repository.js';

/**
 * The draft of a conference's collection for people of the procedure: adopted texts that are meant to be published. What
 * is released and published, the public side alone hands out.
 */
@Injectable()
export class PrintedCollectionQuery {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly resolutions: Resolutions,
    private readonly clock: Clock,
  ) {}

  /** Null when there is no such conference, or the actor may not see it. */
  async execute(actor: Actor, conferenceId: string): Promise<CollectionDocument | null> {
    return this.database.read(actor, async (tx): Promise<CollectionDocument | null> => {
      const conference = await this.conferences.findConference(tx, conferenceId);
      if (conference === null) return null;
      const { names, number, season, startsOn, endsOn, place } = conference;
      const resolutions = await this.resolutions.listReleasableOf(tx, conferenceId);
      return {
        isDraft: true,
        names,
        session: { number, isSpecialSession: season === 'SPECIAL', startsOn, endsOn, place },
        issuedOn: berlinDay(this.clock.now()),
        resolutions: resolutions.map(({ itemNumber, title, subtitle, clauses }) => {
          return { itemNumber, title, subLine: subtitle, clauses };
        }),
      };
    });
  }
}
