import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database, type ReadTx, type Tx } from '#platform/database';
import {
  procedureColumns,
  procedureOf,
  type ProcedureRow,
  type StoredProcedure,
} from '../../persistence/written-procedure-rows.js';

const endedOn = `(procedure.ended_at AT TIME ZONE 'Europe/Berlin')::date`;

/**
 * Each ended procedure is told once, in the next conference of the same ministers: none before it, and none after its
 * session was concluded. One that was forgotten there stays on the list of every later one until it is told.
 */
@Injectable()
export class ProceduresToReportQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, conferenceId: string): Promise<readonly StoredProcedure[]> {
    return this.database.read(actor, (tx) => this.listFor(tx, conferenceId));
  }

  /** What is to be told in this conference, or was. */
  async listFor(tx: ReadTx, conferenceId: string): Promise<readonly StoredProcedure[]> {
    if (!isUuid(conferenceId)) return [];
    const rows = await tx.prepared<ProcedureRow>(
      'written-procedures-to-report',
      `SELECT ${procedureColumns} FROM written_procedures AS procedure
       JOIN conferences AS conference ON conference.id = $1 AND conference.profile_code = procedure.profile_code
       WHERE procedure.ended_at IS NOT NULL AND procedure.started_at IS NOT NULL
         AND (procedure.reported_conference_id = $1 OR (procedure.reported_conference_id IS NULL
           AND ${endedOn} <= conference.ends_on AND conference.state <> 'CANCELLED'
           AND NOT EXISTS (SELECT FROM sessions WHERE sessions.conference_id = $1 AND sessions.body_code = 'MAIN_CONFERENCE'
             AND sessions.state IN ('CONCLUDED', 'MINUTES_DRAFT', 'MINUTES_AGREED'))
           AND NOT EXISTS (SELECT FROM conferences AS earlier
             WHERE earlier.profile_code = conference.profile_code AND earlier.state <> 'CANCELLED'
               AND earlier.starts_on < conference.starts_on AND earlier.ends_on >= greatest($2::date, ${endedOn}))))
       ORDER BY procedure.number_year, procedure.number`,
      [conferenceId, berlinDay(this.clock.now())],
    );
    return rows.map(procedureOf);
  }

  /** What has to be told in a session that was concluded at the instant; by topic, the order in which all are locked. */
  async untoldIds(tx: Tx, conferenceId: string, concludedAt: Date): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT procedure.id FROM written_procedures AS procedure
       JOIN conferences AS conference ON conference.id = $1 AND conference.profile_code = procedure.profile_code
       WHERE procedure.ended_at <= $2 AND procedure.started_at IS NOT NULL AND procedure.reported_conference_id IS NULL
       ORDER BY procedure.topic_id, procedure.id`,
      [conferenceId, concludedAt],
    );
    return rows.map(({ id }) => id);
  }
}
