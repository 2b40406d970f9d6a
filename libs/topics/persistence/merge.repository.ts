import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { AcceptedMerge } from '../domain/merge-lifecycle.js';
import type { TopicMerge } from '../domain/merge.js';
import type { TopicEvent } from '../domain/topic-decision.js';
import { TopicMergeEntity } from './topic-merge.entity.js';

const columns = `id, state, topic_id AS "topicId", survivor_id AS "survivorId", reason,
  topic_consented_at AS "topicConsentedAt", survivor_consented_at AS "survivorConsentedAt",
  proposed_at AS "proposedAt", updated_at AS "updatedAt", revision`;

@Injectable()
export class MergeRepository {
  /** Locks the row until commit. Null when there is no such agreement, or the actor may not see it. */
  async lockMerge(tx: Tx, id: string): Promise<TopicMerge | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<TopicMerge>(`SELECT ${columns} FROM topic_merges WHERE id = $1 FOR UPDATE`, [id]);
    return found ?? null;
  }

  /** Both topics are locked by the caller, so that nobody proposes at the same time. */
  async hasOpenMerge(tx: ReadTx, topicIds: readonly string[]): Promise<boolean> {
    const [found] = await tx.query<{ readonly open: boolean }>(
      `SELECT EXISTS (SELECT FROM topic_merges WHERE state = 'PROPOSED'
         AND (topic_id = ANY ($1::uuid[]) OR survivor_id = ANY ($1::uuid[]))) AS open`,
      [topicIds],
    );
    return found?.open === true;
  }

  /** Each topic with the agreements it has a part in, latest first. */
  async mergesByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, readonly TopicMerge[]>> {
    const rows = await tx.prepared<TopicMerge>(
      'merges-by-topics',
      `SELECT ${columns} FROM topic_merges WHERE topic_id = ANY ($1::uuid[]) OR survivor_id = ANY ($1::uuid[])
       ORDER BY proposed_at DESC, id DESC`,
      [topicIds],
    );
    return new Map(
      topicIds.map((id) => [id, rows.filter(({ topicId, survivorId }) => topicId === id || survivorId === id)]),
    );
  }

  /** All that are proposed, the longest waiting first. */
  async listOpenMerges(tx: ReadTx): Promise<readonly TopicMerge[]> {
    return tx.prepared<TopicMerge>(
      'open-merges',
      `SELECT ${columns} FROM topic_merges WHERE state = 'PROPOSED' ORDER BY proposed_at, id LIMIT 200`,
    );
  }

  async save(tx: Tx, actor: Actor, { merge, events }: AcceptedMerge, audience: readonly number[]): Promise<void> {
    const row = { ...merge, audience: [...audience] };
    const repository = tx.repository(TopicMergeEntity);
    if (merge.revision === 1) await repository.insert(row);
    else await repository.update({ id: merge.id, revision: merge.revision - 1 }, row);
    const [first, ...others] = events;
    const entry = (event: TopicEvent): RecordEvent => ({
      ...event,
      recordKind: 'topicMerge',
      recordId: merge.id,
      actorName: actor.name,
      occurredAt: merge.updatedAt,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }
}
