import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { withoutGuests, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { AcceptedProcedure, WrittenProcedureEvent } from '../domain/written-procedure-decision.js';
import type { SeriesNumber } from '../domain/written-procedure.js';
import { WrittenProcedureEntity } from './written-procedure.entity.js';
import {
  procedureColumns,
  procedureOf,
  rowOf,
  type ProcedureRow,
  type StoredProcedure,
} from './written-procedure-rows.js';

export const WRITTEN_PROCEDURE = 'writtenProcedure';

export interface SavedFor {
  readonly topic: Topic;
  readonly now: Date;
}

@Injectable()
export class WrittenProcedures {
  constructor(private readonly topics: TopicRepository) {}

  /** Null when there is no such procedure, or the actor may not see it. */
  async findProcedure(tx: ReadTx, id: string): Promise<StoredProcedure | null> {
    return (await this.proceduresByIds(tx, [id])).get(id) ?? null;
  }

  async proceduresByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredProcedure>> {
    const rows = await tx.prepared<ProcedureRow>(
      'written-procedures-by-ids',
      `SELECT ${procedureColumns} FROM written_procedures AS procedure WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, procedureOf(row)]));
  }

  /** All procedures on each topic, the oldest first. */
  async proceduresByTopics(
    tx: ReadTx,
    topicIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredProcedure[]>> {
    const rows = await tx.prepared<ProcedureRow>(
      'written-procedures-by-topics',
      `SELECT ${procedureColumns} FROM written_procedures AS procedure WHERE topic_id = ANY ($1::uuid[]) ORDER BY id`,
      [topicIds],
    );
    const grouped = new Map<string, StoredProcedure[]>();
    for (const row of rows) grouped.set(row.topicId, [...(grouped.get(row.topicId) ?? []), procedureOf(row)]);
    return grouped;
  }

  /** Locks the procedure until commit: waits for forms being given, and none is given after it. */
  async lockProcedure(tx: Tx, id: string): Promise<StoredProcedure | null> {
    return this.locked(tx, id, 'FOR UPDATE');
  }

  /** Keeps the procedure from ending until commit, and lets others give their forms meanwhile. */
  async shareProcedure(tx: Tx, id: string): Promise<StoredProcedure | null> {
    return this.locked(tx, id, 'FOR SHARE');
  }

  /** Those that are over and not determined, in the order in which they were due. */
  async dueProcedureIds(tx: ReadTx, now: Date): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM written_procedures WHERE state = 'RUNNING' AND closes_at <= $1
       ORDER BY closes_at, number_year, number`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** The next number of the series, held until commit: what is rolled back is given again. */
  async drawNumber(
    tx: Tx,
    kind: 'PROCEDURE' | 'RESOLUTION',
    { profileCode, year }: { readonly profileCode: string; readonly year: number },
  ): Promise<SeriesNumber> {
    const [row] = await tx.query<{ last: number }>(
      `INSERT INTO written_procedure_series AS series (profile_code, year, kind, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (profile_code, year, kind) DO UPDATE SET last = series.last + 1 RETURNING last`,
      [profileCode, year, kind],
    );
    if (row === undefined) throw new Error('The series gave no number');
    return { year, number: row.last };
  }

  /** Writes the decided procedure with its history and outbox entries. A form changes the history alone. */
  async save(tx: Tx, actor: Actor, stored: StoredAcceptance, { topic, now }: SavedFor): Promise<void> {
    const { procedure, events } = stored;
    const audience = withoutGuests(this.topics.audienceOf(topic));
    const row = { ...rowOf(procedure), audience: [...audience] };
    const repository = tx.repository(WrittenProcedureEntity);
    if (stored.isForm !== true) {
      if (row.revision === 1) await repository.insert(row);
      else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    }
    const [first, ...others] = events;
    const entry = (event: WrittenProcedureEvent): RecordEvent => ({
      ...event,
      recordKind: WRITTEN_PROCEDURE,
      recordId: row.id,
      actorName: actor.name,
      occurredAt: now,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }

  private async locked(tx: Tx, id: string, lock: 'FOR UPDATE' | 'FOR SHARE'): Promise<StoredProcedure | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<ProcedureRow>(
      `SELECT ${procedureColumns} FROM written_procedures AS procedure WHERE id = $1 ${lock}`,
      [id],
    );
    return row === undefined ? null : procedureOf(row);
  }
}

/** A decision on a stored procedure. */
export interface StoredAcceptance extends Pick<AcceptedProcedure, 'events'> {
  readonly procedure: StoredProcedure;
  /** A form leaves the row as it is. */
  readonly isForm?: boolean;
}
