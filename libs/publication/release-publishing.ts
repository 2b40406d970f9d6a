import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import type { StoredPublication } from './domain/publication-decision.js';
import type { Release } from './domain/release.js';
import { PublishedPapers } from './persistence/published-papers.repository.js';
import { Releases } from './persistence/release.repository.js';
import { ReleaseTransitionHandler, type ReleaseAnswer } from './release-transition.handler.js';

/** Lets releases become public and takes them back, each with its place in the projection, in one transaction. */
@Injectable()
export class ReleasePublishing {
  constructor(
    private readonly releases: Releases,
    private readonly papers: PublishedPapers,
    private readonly transition: ReleaseTransitionHandler,
    private readonly clock: Clock,
  ) {}

  /** Everything the approved report names, on locked releases; null when all of it has become public. */
  async publish(
    tx: Tx,
    actor: Actor,
    { conferenceId, preparedBy, approvedBy, report }: StoredPublication,
    releases: readonly Release[],
  ): Promise<Refused | null> {
    const named = new Set(report.becomesPublic.map(({ releaseId }) => releaseId));
    const approval = { preparedBy, approvedBy: approvedBy ?? preparedBy };
    const published: Release[] = [];
    for (const release of releases.filter(({ id }) => named.has(id))) {
      const given = { action: 'publishRelease', input: { approval } } as const;
      const answer = await this.transition.decideAndSave(tx, actor, release, given);
      if (!answer.ok) return answer;
      published.push(answer.release);
    }
    await this.papers.place(tx, conferenceId, published, this.clock.now());
    return null;
  }

  /** A resolution takes with it what is shown beneath it. */
  async withdraw(tx: Tx, actor: Actor, release: Release, reason: string): Promise<ReleaseAnswer> {
    const given = { action: 'withdrawPublication', input: { reason } } as const;
    const now = this.clock.now();
    for (const each of [...(await this.shownBeneath(tx, release)), release]) {
      const answer = await this.transition.decideAndSave(tx, actor, each, given);
      if (!answer.ok) return answer;
      await this.papers.remove(tx, each, now);
      if (each === release) return { ok: true, release: answer.release };
    }
    throw new Error('The release itself was left out');
  }

  private async shownBeneath(tx: Tx, { id, objectKind, topicId }: Release): Promise<readonly Release[]> {
    if (objectKind !== 'RESOLUTION') return [];
    const all = await this.releases.lockReleasesOfTopic(tx, topicId);
    return all.filter((each) => each.id !== id && each.state === 'PUBLISHED');
  }
}
