import { Injectable } from '@nestjs/common';
import { ALL_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type Tx } from '#platform/database';
import type { Topic } from '#topics';
import { RESOLUTION_ADOPTED, RESOLUTION_IMPORTED, type Resolution } from '../domain/resolution.js';
import { ResolutionEntity } from './resolution.entity.js';

/** A resolution with what stands above its text. */
export interface TitledResolution extends Resolution {
  readonly title: string;
  readonly subtitle: string | null;
}

export interface AdoptedFor {
  readonly topic: Topic;
  readonly topicAudience: readonly number[];
  readonly capacity: string;
  readonly now: Date;
}

const columns = `id, topic_id AS "topicId", ballot_id AS "ballotId", outcome, title, subtitle, clauses,
  text_hash AS "textHash", adopted_on::text AS "adoptedOn", item_number AS "itemNumber", session_id AS "sessionId",
  written_procedure_id AS "writtenProcedureId", written_procedure_number AS "writtenProcedureNumber"`;

@Injectable()
export class Resolutions {
  async resolutionsByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, TitledResolution>> {
    const rows = await tx.prepared<TitledResolution>(
      'resolutions-by-topics',
      `SELECT ${columns} FROM resolutions WHERE topic_id = ANY ($1::uuid[])`,
      [topicIds],
    );
    return new Map(rows.map((row) => [row.topicId, row]));
  }

  /** Those meant to be published, in the order of their items: 2 before 10, 12 before 12a. */
  async listReleasableOf(tx: ReadTx, conferenceId: string): Promise<readonly TitledResolution[]> {
    return tx.prepared<TitledResolution>(
      'releasable-resolutions',
      `SELECT ${columns} FROM resolutions WHERE conference_id = $1 AND release_wish
       ORDER BY substring(item_number FROM '^[0-9]+')::int, length(item_number), item_number, id`,
      [conferenceId],
    );
  }

  /**
   * Adds a resolution with its history and outbox entries. Everybody with a part in the procedure reads it, unless its
   * topic is restricted; what is restricted is never meant to be published.
   */
  async add(
    tx: Tx,
    actor: Actor,
    resolution: Resolution,
    { topic, topicAudience, capacity, now }: AdoptedFor,
  ): Promise<void> {
    const isRestricted = topic.classification === 'RESTRICTED' || topic.classification === 'VS_NFD';
    const audience = isRestricted ? topicAudience : ALL_AUDIENCE;
    const { title, subtitle, conferenceId } = topic;
    const releaseWish = topic.releaseWish && !isRestricted;
    const row = { ...resolution, title, subtitle, conferenceId, releaseWish, audience: [...audience] };
    await tx.repository(ResolutionEntity).insert({ ...row, clauses: [...row.clauses] });
    const { id, topicId, ballotId, textHash, itemNumber, sessionId, writtenProcedureId, outcome } = resolution;
    const data = { topicId, ballotId, conferenceId, sessionId, textHash, itemNumber, writtenProcedureId, outcome };
    const type = ballotId === null ? RESOLUTION_IMPORTED : RESOLUTION_ADOPTED;
    const about = { type, recordKind: 'resolution', recordId: id };
    await appendHistory(tx, audience, [
      { ...about, actorName: actor.name, capacity, reason: null, occurredAt: now, data },
    ]);
  }
}
