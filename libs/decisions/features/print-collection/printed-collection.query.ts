import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { CollectionDocument, CollectionResolution } from '../../documents/collection-document.js';
import type { ResolutionClause } from '../../domain/resolution.js';
import { Corrections, latestConfirmed, type StoredCorrection } from '../../persistence/correction.repository.js';
import { Resolutions } from '../../persistence/resolution.repository.js';

/**
 * The draft of a conference's collection for people of the procedure: adopted texts that are meant to be published. What
 * is released and published, the public side alone hands out.
 */
@Injectable()
export class PrintedCollectionQuery {
  private readonly corrections = new Corrections();

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
      const ids = resolutions.map(({ id }) => id);
      const corrections = await this.corrections.correctionsByResolutions(tx, ids);
      return {
        isDraft: true,
        names,
        session: { number, isSpecialSession: season === 'SPECIAL', startsOn, endsOn, place },
        issuedOn: berlinDay(this.clock.now()),
        resolutions: resolutions.map(({ id, itemNumber, title, subtitle, clauses }) => {
          const text = asItReads(clauses, corrections.get(id) ?? []);
          return { itemNumber, title, subLine: subtitle, ...text };
        }),
      };
    });
  }
}

/** The adopted text, or the one of its last correction with a mark and the day on which it was confirmed. */
function asItReads(
  clauses: readonly ResolutionClause[],
  made: readonly StoredCorrection[],
): Pick<CollectionResolution, 'clauses' | 'corrections'> {
  const last = latestConfirmed(made);
  if (last === null || last.decidedAt === null) return { clauses };
  const corrections = [{ number: last.number ?? 1, correctedOn: berlinDay(last.decidedAt) }];
  return { clauses: last.clauses, corrections };
}
