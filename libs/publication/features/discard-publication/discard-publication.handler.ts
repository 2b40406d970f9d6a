import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { Publications } from '../../persistence/publication.repository.js';
import {
  publicationChangedMeanwhile,
  PublicationTransition,
  unknownPublication,
  type PublicationAnswer,
} from '../../publication-transition.js';

export interface DiscardPublication {
  readonly publicationId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

@Injectable()
export class DiscardPublicationHandler {
  constructor(
    private readonly database: Database,
    private readonly publications: Publications,
    private readonly transition: PublicationTransition,
  ) {}

  async execute(actor: Actor, input: DiscardPublication): Promise<PublicationAnswer> {
    const { publicationId, expectedRevision, reason } = input;
    return this.database.write(actor, async (tx): Promise<PublicationAnswer> => {
      const publication = await this.publications.lockPublication(tx, publicationId);
      if (publication === null) return unknownPublication;
      if (publication.revision !== expectedRevision) return publicationChangedMeanwhile(publication);
      const given = { action: 'discardPublication', input: { reason } } as const;
      return this.transition.decideAndSave(tx, actor, publication, given);
    });
  }
}
