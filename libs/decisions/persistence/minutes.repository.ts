import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import {
  ALL_AUDIENCE,
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfOfficers,
  OFFICE_AUDIENCE,
  type Actor,
} from '#organisation';
import {
  appendHistory,
  shareHistory,
  SYSTEM_AUDIENCE,
  type ReadTx,
  type RecordEvent,
  type Tx,
} from '#platform/database';
import { audienceOfMinutes, type MinutesAudienceCodes } from '../domain/minutes-audience.js';
import type { AcceptedMinutes, DecidedMinutes, MinutesEvent } from '../domain/minutes-decision.js';
import type { MinutesEntry, MinutesObjection } from '../domain/minutes.js';
import { saveObjections, saveVersion, shareVersions, type NewMinutesVersion } from './minutes-rows.js';
import type { MinutesPlace } from './minutes-version.entity.js';
import { MinutesEntity } from './minutes.entity.js';

/** Minutes that have been stored. Objections are those the reader may see. */
export type StoredMinutes = DecidedMinutes;

export interface MinutesVersion {
  readonly id: string;
  readonly minutesId: string;
  readonly number: number;
  readonly explanation: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly places: readonly MinutesPlace[];
}

type MinutesRow = Omit<StoredMinutes, 'objections'>;

const codes: MinutesAudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  all: ALL_AUDIENCE,
  parties: ALL_PARTIES_AUDIENCE,
  body: audienceOfBody,
  officers: audienceOfOfficers,
};

const columns = `id, session_id AS "sessionId", conference_id AS "conferenceId", body_codes AS bodies, state, version,
  objections_until AS "objectionsUntil", circulated_at AS "circulatedAt", agreed_at AS "agreedAt",
  drafted_at AS "draftedAt", updated_at AS "updatedAt", revision`;

@Injectable()
export class MinutesRecords {
  /** Locks the minutes until commit. Null when there are none, or the actor may not see them. */
  async lockMinutes(tx: Tx, id: string): Promise<StoredMinutes | null> {
    if (!isUuid(id)) return null;
    const rows = await tx.query<MinutesRow>(`SELECT ${columns} FROM minutes WHERE id = $1 FOR UPDATE`, [id]);
    return (await withObjections(tx, rows))[0] ?? null;
  }

  async minutesByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredMinutes>> {
    const rows = await tx.prepared<MinutesRow>(
      'minutes-by-ids',
      `SELECT ${columns} FROM minutes WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map((await withObjections(tx, rows)).map((minutes) => [minutes.id, minutes]));
  }

  async minutesBySessions(tx: ReadTx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, StoredMinutes>> {
    const rows = await tx.prepared<MinutesRow>(
      'minutes-by-sessions',
      `SELECT ${columns} FROM minutes WHERE session_id = ANY ($1::uuid[])`,
      [sessionIds],
    );
    return new Map((await withObjections(tx, rows)).map((minutes) => [minutes.sessionId, minutes]));
  }

  /** Every version of each of these minutes, the first one first. */
  async versionsByMinutes(
    tx: ReadTx,
    minutesIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly MinutesVersion[]>> {
    const rows = await tx.prepared<MinutesVersion>(
      'versions-by-minutes',
      `SELECT id, minutes_id AS "minutesId", number, explanation, written_by AS "writtenBy", written_at AS "writtenAt",
         places FROM minutes_versions WHERE minutes_id = ANY ($1::uuid[]) ORDER BY number`,
      [minutesIds],
    );
    return new Map(minutesIds.map((id) => [id, rows.filter(({ minutesId }) => minutesId === id)]));
  }

  /** What of each version the reader may read, by version and item. */
  async entriesByVersions(
    tx: ReadTx,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, MinutesEntry>>> {
    const rows = await tx.prepared<{ versionId: string; agendaItemId: string; content: MinutesEntry }>(
      'entries-by-versions',
      `SELECT version_id AS "versionId", agenda_item_id AS "agendaItemId", content FROM minutes_entries
       WHERE version_id = ANY ($1::uuid[])`,
      [versionIds],
    );
    const found = new Map<string, Map<string, MinutesEntry>>(versionIds.map((id) => [id, new Map()]));
    for (const { versionId, agendaItemId, content } of rows) found.get(versionId)?.set(agendaItemId, content);
    return found;
  }

  /** Writes decided minutes, a new version where there is one, their history and outbox entries. */
  async save(
    tx: Tx,
    actor: Actor,
    { minutes, events }: AcceptedMinutes,
    version: NewMinutesVersion | null,
  ): Promise<void> {
    const audience = audienceOfMinutes(minutes, codes);
    const { objections, ...fields } = minutes;
    const row = { ...fields, bodies: [...fields.bodies], audience: [...audience] };
    const repository = tx.repository(MinutesEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    if (version !== null) await saveVersion(tx, minutes, version, audience);
    await shareVersions(tx, minutes.id, audience);
    await saveObjections(tx, minutes.id, objections, audience);
    await shareHistory(tx, 'minutes', minutes.id, audience);
    const [first, ...others] = events;
    const entry = (event: MinutesEvent): RecordEvent => ({
      ...event,
      recordKind: 'minutes',
      recordId: minutes.id,
      actorName: actor.name,
      occurredAt: minutes.updatedAt,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }
}

async function withObjections(tx: ReadTx, rows: readonly MinutesRow[]): Promise<readonly StoredMinutes[]> {
  if (rows.length === 0) return [];
  const found = await tx.prepared<MinutesObjection & { readonly minutesId: string }>(
    'objections-of-minutes',
    `SELECT id, minutes_id AS "minutesId", agenda_item_id AS "agendaItemId", version, party, text, state,
       made_at AS "madeAt", made_by AS "madeBy", answered_at AS "answeredAt", answered_by AS "answeredBy", answer
     FROM minutes_objections WHERE minutes_id = ANY ($1::uuid[]) ORDER BY id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...row,
    objections: found
      .filter(({ minutesId }) => minutesId === row.id)
      .map(({ minutesId: _minutesId, ...objection }) => objection),
  }));
}
