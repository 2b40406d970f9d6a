import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, type Tx } from '#platform/database';
import type { StoredPublication } from '../../domain/publication-decision.js';
import { Publications } from '../../persistence/publication.repository.js';
import { Releases } from '../../persistence/release.repository.js';
import {
  PublicationTransition,
  publicationChangedMeanwhile,
  unknownPublication,
} from '../../publication-transition.js';
import type { PublicationAnswer } from '../../publication-transition.js';
import { ReleasePublishing } from '../../release-publishing.js';

export interface ApprovePublication {
  readonly publicationId: string;
  readonly expectedRevision: number;
}

/** The second person says yes: in this one transaction releases, projection and history change together. */
@Injectable()
export class ApprovePublicationHandler {
  constructor(
    private readonly database: Database,
    private readonly publications: Publications,
    private readonly releases: Releases,
    private readonly transition: PublicationTransition,
    private readonly publishing: ReleasePublishing,
  ) {}

  async execute(actor: Actor, { publicationId, expectedRevision }: ApprovePublication): Promise<PublicationAnswer> {
    return this.database.write(actor, async (tx): Promise<PublicationAnswer> => {
      const publication = await this.publications.lockPublication(tx, publicationId);
      if (publication === null) return unknownPublication;
      if (publication.revision !== expectedRevision) return publicationChangedMeanwhile(publication);
      return this.approve(tx, actor, publication);
    });
  }

  private async approve(tx: Tx, actor: Actor, prepared: StoredPublication): Promise<PublicationAnswer> {
    const releases = await this.releases.lockReleasesOf(tx, prepared.conferenceId);
    const reportNow = await this.transition.reportNow(tx, prepared.conferenceId, releases);
    const answer = await this.transition.decideAndSave(tx, actor, prepared, {
      action: 'approvePublication',
      reportNow,
    });
    if (!answer.ok) return answer;
    const refusal = await this.publishing.publish(tx, actor, answer.publication, releases);
    return refusal ?? answer;
  }
}
