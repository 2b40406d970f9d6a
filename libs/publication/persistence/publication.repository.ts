import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { OFFICE_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import type { AcceptedPublication, StoredPublication } from '../domain/publication-decision.js';
import type { PreviousPublication } from '../domain/publication-report.js';
import { PublicationEntity } from './publication.entity.js';

/** Preparing a publication is the business of the two offices. */
const AUDIENCE = [SYSTEM_AUDIENCE, OFFICE_AUDIENCE.SECRETARIAT, OFFICE_AUDIENCE.CHAIR];

const columns = `id, conference_id AS "conferenceId", state, report, prepared_by AS "preparedBy",
  prepared_by_name AS "preparedByName", prepared_at AS "preparedAt", approved_by AS "approvedBy",
  approved_by_name AS "approvedByName", approved_at AS "approvedAt", revision`;

@Injectable()
export class Publications {
  /** Latest first. */
  async listOf(tx: ReadTx, conferenceId: string): Promise<readonly StoredPublication[]> {
    return tx.prepared<StoredPublication>(
      'publications-of-conference',
      `SELECT ${columns} FROM publications WHERE conference_id = $1 ORDER BY id DESC`,
      [conferenceId],
    );
  }

  /** Null when there is none, or the actor may not see it. Locked until commit. */
  async lockPublication(tx: Tx, id: string): Promise<StoredPublication | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<StoredPublication>(`SELECT ${columns} FROM publications WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ?? null;
  }

  async isOnePrepared(tx: ReadTx, conferenceId: string): Promise<boolean> {
    const found = await tx.query(`SELECT 1 FROM publications WHERE conference_id = $1 AND state = 'PREPARED'`, [
      conferenceId,
    ]);
    return found.length > 0;
  }

  /** The last one approved; null before the first. */
  async findPrevious(tx: ReadTx, conferenceId: string): Promise<PreviousPublication | null> {
    const [row] = await tx.query<PreviousPublication>(
      `SELECT report, approved_at AS "approvedAt" FROM publications WHERE conference_id = $1 AND state = 'APPROVED'
       ORDER BY approved_at DESC LIMIT 1`,
      [conferenceId],
    );
    return row ?? null;
  }

  /** Writes the decided publication with its history and outbox entries. */
  async save(tx: Tx, actor: Actor, { publication, events }: AcceptedPublication, occurredAt: Date): Promise<void> {
    const { id, revision, report, ...fields } = publication;
    const repository = tx.repository(PublicationEntity);
    if (revision === 1) await repository.insert({ id, revision, report, ...fields, audience: AUDIENCE });
    else await repository.update({ id, revision: revision - 1 }, { ...fields, revision });
    for (const event of events) {
      const about = { recordKind: 'publication', recordId: id, actorName: actor.name, occurredAt };
      await appendHistory(tx, AUDIENCE, [{ ...event, ...about }]);
    }
  }
}
