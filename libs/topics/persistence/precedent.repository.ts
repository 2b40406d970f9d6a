import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '#platform/database';
import type { PrecedentLink } from '../domain/precedent.js';

const columns = `id, topic_id AS "topicId", kind, cited_topic_id AS "citedTopicId",
  resolution_of AS "resolutionOf", clause_id AS "clauseId", version_id AS "versionId"`;

/**
 * Links between topics. A link is seen by whoever sees the topic that cites. There is no entity: rows refer to tables of
 * later libraries, which an entity of this one could not name.
 */
@Injectable()
export class PrecedentRepository {
  /** What each topic cites, in the order in which it was linked. */
  async linksFrom(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, readonly PrecedentLink[]>> {
    const rows = await tx.prepared<PrecedentLink>(
      'precedents-cited-by-topics',
      `SELECT ${columns} FROM topic_precedents WHERE topic_id = ANY ($1::uuid[]) AND removed_at IS NULL ORDER BY id`,
      [topicIds],
    );
    return new Map(topicIds.map((id) => [id, rows.filter(({ topicId }) => topicId === id)]));
  }

  /** By what each topic is cited. */
  async linksTo(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, readonly PrecedentLink[]>> {
    const rows = await tx.prepared<PrecedentLink>(
      'precedents-citing-topics',
      `SELECT ${columns} FROM topic_precedents WHERE cited_topic_id = ANY ($1::uuid[]) AND removed_at IS NULL ORDER BY id`,
      [topicIds],
    );
    return new Map(topicIds.map((id) => [id, rows.filter(({ citedTopicId }) => citedTopicId === id)]));
  }

  async add(tx: Tx, link: PrecedentLink, audience: readonly number[]): Promise<void> {
    const { id, topicId, kind, citedTopicId, resolutionOf, clauseId, versionId } = link;
    await tx.execute(
      `INSERT INTO topic_precedents (id, topic_id, kind, cited_topic_id, resolution_of, clause_id, version_id, audience)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, topicId, kind, citedTopicId, resolutionOf, clauseId, versionId, audience],
    );
  }

  /** The row stays, so that the history can be read. */
  async remove(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.execute('UPDATE topic_precedents SET removed_at = $2 WHERE id = $1', [id, now]);
  }
}
