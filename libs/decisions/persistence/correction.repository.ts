import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { OFFICE_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, shareHistory, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import { audienceOfCorrection } from '../domain/correction-audience.js';
import type { AcceptedCorrection, DecidedCorrection } from '../domain/correction-decision.js';
import type { ResolutionClause } from '../domain/resolution.js';
import { CorrectionEntity } from './correction.entity.js';

/** A correction that has been stored. */
export type StoredCorrection = DecidedCorrection;

/** A resolution locked for its correction. */
export interface LockedResolution {
  readonly id: string;
  readonly topicId: string;
  readonly clauses: readonly ResolutionClause[];
  readonly textHash: string;
  readonly audience: readonly number[];
}

const columns = `id, resolution_id AS "resolutionId", topic_id AS "topicId", number, clauses, text_hash AS "textHash",
  reason, state, proposed_at AS "proposedAt", proposed_by AS "proposedBy", decided_at AS "decidedAt",
  decided_by AS "decidedBy", answer, revision`;

@Injectable()
export class Corrections {
  /** Locks the resolution until commit, so that one correction is decided after the other. Null when it is not seen. */
  async lockResolution(tx: Tx, id: string): Promise<LockedResolution | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<LockedResolution>(
      `SELECT id, topic_id AS "topicId", clauses, text_hash AS "textHash", audience FROM resolutions WHERE id = $1
       FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async correctionsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredCorrection>> {
    const rows = await tx.prepared<StoredCorrection>(
      'corrections-by-ids',
      `SELECT ${columns} FROM resolution_corrections WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every correction the reader may see, in the order in which they were proposed. */
  async correctionsByResolutions(
    tx: ReadTx,
    resolutionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredCorrection[]>> {
    const rows = await tx.prepared<StoredCorrection>(
      'corrections-by-resolutions',
      `SELECT ${columns} FROM resolution_corrections WHERE resolution_id = ANY ($1::uuid[]) ORDER BY id`,
      [resolutionIds],
    );
    return new Map(resolutionIds.map((id) => [id, rows.filter(({ resolutionId }) => resolutionId === id)]));
  }

  /** The text that stands besides the adopted one; null while nothing was corrected. */
  async latestConfirmedOf(tx: ReadTx, resolutionId: string): Promise<StoredCorrection | null> {
    const all = (await this.correctionsByResolutions(tx, [resolutionId])).get(resolutionId) ?? [];
    return latestConfirmed(all);
  }

  /** Writes a decided correction with its history and outbox entries. */
  async save(
    tx: Tx,
    actor: Actor,
    { correction, events: [event] }: AcceptedCorrection,
    { resolution, now }: { readonly resolution: LockedResolution; readonly now: Date },
  ): Promise<void> {
    const audience = audienceOfCorrection(correction, {
      system: SYSTEM_AUDIENCE,
      secretariat: OFFICE_AUDIENCE.SECRETARIAT,
      chair: OFFICE_AUDIENCE.CHAIR,
      resolution: resolution.audience,
    });
    const row = { ...correction, clauses: [...correction.clauses], audience: [...audience] };
    const repository = tx.repository(CorrectionEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    await shareHistory(tx, 'correction', correction.id, audience);
    const about = { recordKind: 'correction', recordId: correction.id, actorName: actor.name, occurredAt: now };
    await appendHistory(tx, audience, [{ ...event, ...about }]);
  }
}

export function latestConfirmed(corrections: readonly StoredCorrection[]): StoredCorrection | null {
  const confirmed = corrections.filter(({ state }) => state === 'CONFIRMED');
  return [...confirmed].sort((left, right) => (right.number ?? 0) - (left.number ?? 0))[0] ?? null;
}
