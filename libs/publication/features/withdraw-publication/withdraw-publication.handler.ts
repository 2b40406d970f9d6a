import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { Releases } from '../../persistence/release.repository.js';
import { ReleasePublishing } from '../../release-publishing.js';
import { changedMeanwhile, unknownRelease, type ReleaseAnswer } from '../../release-transition.handler.js';

export interface WithdrawPublication {
  readonly releaseId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Takes something back that was public. Its address stays and says so; the reason stays inside. */
@Injectable()
export class WithdrawPublicationHandler {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly publishing: ReleasePublishing,
  ) {}

  async execute(actor: Actor, { releaseId, expectedRevision, reason }: WithdrawPublication): Promise<ReleaseAnswer> {
    return this.database.write(actor, async (tx): Promise<ReleaseAnswer> => {
      const release = await this.releases.lockRelease(tx, releaseId);
      if (release === null) return unknownRelease;
      if (release.revision !== expectedRevision) return changedMeanwhile(release);
      return this.publishing.withdraw(tx, actor, release, reason);
    });
  }
}
