import type { ReadTx } from '#platform/database';
import type { Conference, Session } from '../domain/conference.js';
import { conferenceColumns, sessionColumns } from './conference-rows.js';

/** Batch for loaders: what the reader may see of these conferences, by id. */
export async function conferencesByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Conference>> {
  const rows = await tx.prepared<Conference>(
    'conferences-by-ids',
    `SELECT ${conferenceColumns} FROM conferences WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((conference) => [conference.id, conference]));
}

/** Batch for loaders: the sessions of these conferences, each list in the order of days. */
export async function sessionsByConferenceIds(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Session[]>> {
  const rows = await tx.prepared<Session>(
    'sessions-by-conference-ids',
    `SELECT ${sessionColumns} FROM sessions WHERE conference_id = ANY ($1::uuid[]) ORDER BY starts_on, body_code, id`,
    [ids],
  );
  const sessions = new Map<string, Session[]>(ids.map((id) => [id, []]));
  for (const session of rows) sessions.get(session.conferenceId)?.push(session);
  return sessions;
}
