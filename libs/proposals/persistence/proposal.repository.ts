import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { ReadTx, Tx } from '#platform/database';
import type { ProposalVersion } from '../domain/proposal-version.js';
import { ProposalVersionEntity } from './proposal-version.entity.js';

const columns = `id, topic_id AS "topicId", number, stage, clauses, text_hash AS "textHash", author_name AS "authorName",
  created_at AS "createdAt"`;

@Injectable()
export class ProposalRepository {
  async findVersion(tx: ReadTx, id: string): Promise<ProposalVersion | null> {
    return (await this.versionsByIds(tx, [id])).get(id) ?? null;
  }

  async versionsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, ProposalVersion>> {
    const rows = await tx.prepared<ProposalVersion>(
      'proposal-versions-by-ids',
      `SELECT ${columns} FROM proposal_versions WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** None when there is no such topic, or the reader may not see it. */
  async versionsOfTopic(tx: ReadTx, topicId: string): Promise<readonly ProposalVersion[]> {
    if (!isUuid(topicId)) return [];
    return (await this.versionsByTopics(tx, [topicId])).get(topicId) ?? [];
  }

  /** All versions of each topic, newest first. */
  async versionsByTopics(
    tx: ReadTx,
    topicIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ProposalVersion[]>> {
    const rows = await tx.prepared<ProposalVersion>(
      'proposal-versions-by-topics',
      `SELECT ${columns} FROM proposal_versions WHERE topic_id = ANY ($1::uuid[]) ORDER BY topic_id, number DESC`,
      [topicIds],
    );
    const grouped = new Map<string, ProposalVersion[]>();
    for (const row of rows) grouped.set(row.topicId, [...(grouped.get(row.topicId) ?? []), row]);
    return grouped;
  }

  /** Adds a version; its history entry is the topic's. Versions never change: only their audience follows the topic's. */
  async insert(tx: Tx, version: ProposalVersion, audience: readonly number[]): Promise<void> {
    await tx
      .repository(ProposalVersionEntity)
      .insert({ ...version, clauses: [...version.clauses], audience: [...audience] });
  }
}
