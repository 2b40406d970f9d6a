import { Injectable } from '@nestjs/common';
import { Conferences, noonOfLastDay } from '#conferences';
import { SYSTEM } from '#organisation';
import { newId, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { newRelease } from '../../domain/new-release.js';
import { decide, type AcceptedRelease } from '../../domain/release-decision.js';
import { PublishedPapers } from '../../persistence/published-papers.repository.js';
import { ReleaseObjects } from '../../persistence/release-objects.js';
import { Releases } from '../../persistence/release.repository.js';

/** Takes over that a resolution of the archive had been published, for the system alone (ADR 0005). */
@Injectable()
export class ImportPublishedResolutionHandler {
  constructor(
    private readonly objects: ReleaseObjects,
    private readonly releases: Releases,
    private readonly papers: PublishedPapers,
    private readonly conferences: Conferences,
  ) {}

  /** Inside the system's transaction that took the resolution over. Null when there is none to be published. */
  async importIn(tx: Tx, topicId: string): Promise<AcceptedRelease | Refused | null> {
    const [resolution] = await this.objects.ofResolvedTopic(tx, topicId);
    if (resolution === undefined) return null;
    const conference = await this.conferences.getConference(tx, resolution.conferenceId);
    // The archive knows the day of the session alone.
    const now = noonOfLastDay(conference);
    const context = { now, capacities: new Set(['SYSTEM' as const]), hasStandingObjection: false, input: {} };
    const decision = decide(newRelease(resolution, newId(), now, now), 'importPublishedRelease', context);
    if (!decision.ok) return decision;
    await this.releases.save(tx, SYSTEM, decision, now);
    await this.papers.place(tx, resolution.conferenceId, [decision.release], now);
    return decision;
  }
}
