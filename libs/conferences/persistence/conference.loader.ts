import type { ReadTx } from '#platform/database';
import type { Conference } from '../domain/conference.js';
import type { Session, SessionInvitation } from '../domain/session.js';
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

/** Batch for loaders: the invitations to these sessions, oldest first. */
export async function invitationsBySessionIds(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SessionInvitation[]>> {
  const rows = await tx.prepared<SessionInvitation & { readonly sessionId: string }>(
    'invitations-by-session-ids',
    `SELECT session_id AS "sessionId", number, starts_on::text AS "startsOn", ends_on::text AS "endsOn", place, mode,
       note, invited_by AS "invitedBy", invited_at AS "invitedAt"
     FROM session_invitations WHERE session_id = ANY ($1::uuid[]) ORDER BY number`,
    [ids],
  );
  const grouped = new Map<string, SessionInvitation[]>();
  for (const { sessionId, ...invitation } of rows) {
    grouped.set(sessionId, [...(grouped.get(sessionId) ?? []), invitation]);
  }
  return grouped;
}
