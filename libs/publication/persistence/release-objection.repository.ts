import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { audienceOfParty, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type Tx } from '#platform/database';
import { audienceOfObjection } from '../domain/release-audience.js';
import type { AcceptedObjection } from '../domain/release-objection-decision.js';
import type { ReleaseObjection } from '../domain/release-objection.js';
import { releaseAudienceCodes } from './audience-codes.js';
import { ReleaseObjectionEntity } from './release-objection.entity.js';

const columns = `id, release_id AS "releaseId", party, state, reason, objected_by AS "objectedBy",
  objected_at AS "objectedAt", withdrawn_at AS "withdrawnAt", revision`;

/** What row-level security leaves of the objections: to a party its own, to everybody else none. */
@Injectable()
export class ReleaseObjections {
  async objectionsByReleases(
    tx: ReadTx,
    releaseIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ReleaseObjection[]>> {
    const rows = await tx.prepared<ReleaseObjection>(
      'objections-by-releases',
      `SELECT ${columns} FROM release_objections WHERE release_id = ANY ($1::uuid[]) ORDER BY id`,
      [releaseIds],
    );
    const grouped = new Map<string, ReleaseObjection[]>(releaseIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.releaseId)?.push(row);
    return grouped;
  }

  async findObjection(tx: ReadTx, id: string): Promise<ReleaseObjection | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<ReleaseObjection>(`SELECT ${columns} FROM release_objections WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Only the system can tell: everybody else would answer for themselves alone. */
  async hasStandingObjection(system: ReadTx, releaseId: string): Promise<boolean> {
    const found = await system.query(
      `SELECT 1 FROM release_objections WHERE release_id = $1 AND state = 'STANDING' LIMIT 1`,
      [releaseId],
    );
    return found.length > 0;
  }

  /** Writes the decided objection with its history, which only the party reads. */
  async save(tx: Tx, actor: Actor, { objection, events }: AcceptedObjection, occurredAt: Date): Promise<void> {
    const audience = audienceOfObjection(audienceOfParty(objection.party), releaseAudienceCodes);
    const row = { ...objection, audience: [...audience] };
    const { id, revision } = objection;
    if (revision === 1) await tx.repository(ReleaseObjectionEntity).insert(row);
    else await tx.repository(ReleaseObjectionEntity).update({ id, revision: revision - 1 }, row);
    const [event] = events;
    const about = { recordKind: 'releaseObjection', recordId: id, actorName: actor.name, occurredAt };
    await appendHistory(tx, audience, [{ ...event, ...about }]);
  }
}
