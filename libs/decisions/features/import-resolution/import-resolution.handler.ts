import { Injectable } from '@nestjs/common';
import { SYSTEM, withoutGuests } from '#organisation';
import { berlinDay } from '#platform/clock';
import { newId, type Tx } from '#platform/database';
import { numbered, type ProposalVersion } from '#proposals';
import { TopicRepository, type AcceptedTopic } from '#topics';
import { archivedResolutionOf, type Resolution } from '../../domain/resolution.js';
import { Resolutions } from '../../persistence/resolution.repository.js';

/** Adds the resolution of a topic that has just been taken from the archive. */
@Injectable()
export class ImportResolutionHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly resolutions: Resolutions,
  ) {}

  /** Inside the system's transaction that took the topic over. Null when the topic ended without a resolution. */
  async importIn(tx: Tx, { topic }: AcceptedTopic, version: ProposalVersion): Promise<Resolution | null> {
    const resolution = archivedResolutionOf(topic, {
      id: newId(),
      adoptedOn: berlinDay(topic.updatedAt),
      itemNumber: null,
      proposalVersionId: version.id,
      textHash: version.textHash,
      clauses: numbered(version.clauses),
    });
    if (resolution === null) return null;
    const topicAudience = withoutGuests(this.topics.audienceOf(topic));
    const adopted = { topic, topicAudience, capacity: 'SYSTEM', now: topic.updatedAt };
    await this.resolutions.add(tx, SYSTEM, resolution, adopted);
    return resolution;
  }
}
