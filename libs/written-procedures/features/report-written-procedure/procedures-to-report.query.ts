import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import {
  procedureColumns,
  procedureOf,
  type ProcedureRow,
  type StoredProcedure,
} from '../../persistence/written-procedure-rows.js';

/**
 * Each ended procedure is told once, in the next conference of the same ministers. One that was forgotten there stays on
 * the list of every later one until it is told.
 */
@Injectable()
export class ProceduresToReportQuery {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, conferenceId: string): Promise<readonly StoredProcedure[]> {
    if (!isUuid(conferenceId)) return [];
    const rows = await this.database.read(actor, (tx) =>
      tx.prepared<ProcedureRow>(
        'written-procedures-to-report',
        `SELECT ${procedureColumns} FROM written_procedures AS procedure
         JOIN conferences AS conference ON conference.id = $1 AND conference.profile_code = procedure.profile_code
         WHERE procedure.ended_at IS NOT NULL AND procedure.started_at IS NOT NULL
           AND (procedure.reported_conference_id = $1 OR (procedure.reported_conference_id IS NULL
             AND (procedure.ended_at AT TIME ZONE 'Europe/Berlin')::date <= conference.ends_on))
         ORDER BY procedure.number_year, procedure.number`,
        [conferenceId],
      ),
    );
    return rows.map(procedureOf);
  }
}
