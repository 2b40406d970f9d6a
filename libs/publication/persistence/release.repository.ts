import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { appendHistory, type ReadTx, type Tx } from '#platform/database';
import { TopicRepository } from '#topics';
import { audienceOfRelease } from '../domain/release-audience.js';
import type { AcceptedRelease } from '../domain/release-decision.js';
import type { Release } from '../domain/release.js';
import { releaseAudienceCodes } from './audience-codes.js';
import { ReleaseEntity } from './release.entity.js';

const columns = `id, object_kind AS "objectKind", object_id AS "objectId", topic_id AS "topicId",
  conference_id AS "conferenceId", title, classification, release_wish AS "releaseWish", state,
  objections_until AS "objectionsUntil", proposed_at AS "proposedAt", released_at AS "releasedAt",
  published_at AS "publishedAt", withdrawn_at AS "withdrawnAt", revision`;

/** Everything about one topic together, its resolution first. */
const order = `topic_id, array_position(ARRAY['RESOLUTION', 'CORRECTION', 'STATEMENT', 'ATTACHMENT'], object_kind), id`;

export interface ReleasePageRequest {
  readonly conferenceId: string;
  readonly state: Release['state'] | null;
  /** Id of the last one on the page before. */
  readonly behind: string | null;
  readonly limit: number;
}

@Injectable()
export class Releases {
  constructor(private readonly topics: TopicRepository) {}

  async releasesByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Release>> {
    const rows = await tx.prepared<Release>(
      'releases-by-ids',
      `SELECT ${columns} FROM releases WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async releasesByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, readonly Release[]>> {
    const rows = await tx.prepared<Release>(
      'releases-by-topics',
      `SELECT ${columns} FROM releases WHERE topic_id = ANY ($1::uuid[]) ORDER BY ${order}`,
      [topicIds],
    );
    const grouped = new Map<string, Release[]>(topicIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.topicId)?.push(row);
    return grouped;
  }

  /** Null when there is no such release, or the actor may not see it. Locked until commit. */
  async lockRelease(tx: Tx, id: string): Promise<Release | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<Release>(`SELECT ${columns} FROM releases WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** All releases of a conference that the actor may see. */
  async listOf(tx: ReadTx, conferenceId: string): Promise<readonly Release[]> {
    return tx.prepared<Release>(
      'all-releases-of-conference',
      `SELECT ${columns} FROM releases WHERE conference_id = $1 ORDER BY id`,
      [conferenceId],
    );
  }

  /** All releases of a conference that the actor may see, locked in an order in which nobody blocks anybody. */
  async lockReleasesOf(tx: Tx, conferenceId: string): Promise<readonly Release[]> {
    return tx.query<Release>(`SELECT ${columns} FROM releases WHERE conference_id = $1 ORDER BY id FOR UPDATE`, [
      conferenceId,
    ]);
  }

  /** Those of a topic, locked in the same order. */
  async lockReleasesOfTopic(tx: Tx, topicId: string): Promise<readonly Release[]> {
    return tx.query<Release>(`SELECT ${columns} FROM releases WHERE topic_id = $1 ORDER BY id FOR UPDATE`, [topicId]);
  }

  /** Those of a conference in the order in which they were proposed. */
  async listPage(tx: ReadTx, { conferenceId, state, behind, limit }: ReleasePageRequest): Promise<readonly Release[]> {
    return tx.prepared<Release>(
      'releases-of-conference',
      `SELECT ${columns} FROM releases WHERE conference_id = $1 AND ($2::text IS NULL OR state = $2)
         AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [conferenceId, state, behind, limit],
    );
  }

  /** Those of a conference that are proposed, and that nobody can object to from this instant on. */
  async listDue(tx: ReadTx, conferenceId: string, instant: Date): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM releases WHERE conference_id = $1 AND state = 'PROPOSED' AND objections_until <= $2 AND release_wish
         AND classification IN ('PUBLIC', 'INTERNAL') ORDER BY objections_until, id`,
      [conferenceId, instant],
    );
    return rows.map(({ id }) => id);
  }

  async exists(tx: ReadTx, { objectKind, objectId }: Pick<Release, 'objectKind' | 'objectId'>): Promise<boolean> {
    const found = await tx.query('SELECT 1 FROM releases WHERE object_kind = $1 AND object_id = $2', [
      objectKind,
      objectId,
    ]);
    return found.length > 0;
  }

  /** Writes the decided release with its history and outbox entries. */
  async save(
    tx: Tx,
    actor: Pick<Actor, 'name'>,
    { release, events }: AcceptedRelease,
    occurredAt: Date,
  ): Promise<void> {
    const audience = await this.audienceOf(tx, release);
    const row = { ...release, audience: [...audience] };
    if (release.revision === 1) await tx.repository(ReleaseEntity).insert(row);
    else await tx.repository(ReleaseEntity).update({ id: release.id, revision: release.revision - 1 }, row);
    for (const event of events) {
      const about = { recordKind: 'release', recordId: release.id, actorName: actor.name, occurredAt };
      await appendHistory(tx, audience, [{ ...event, ...about }]);
    }
  }

  private async audienceOf(tx: ReadTx, { topicId }: Release): Promise<readonly number[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    if (topic === null) throw new Error('The topic of a release cannot be seen');
    return audienceOfRelease(this.topics.audienceOf(topic), releaseAudienceCodes);
  }
}
