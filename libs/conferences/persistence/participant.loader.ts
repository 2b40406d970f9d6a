import type { ReadTx } from '#platform/database';
import type { Attendance } from '#glossary';
import type { Representation } from '../domain/participant.js';

/** Batch for loaders: everybody who was named to sit for a party in these sessions, in the order of naming. */
export async function representationsBySessionIds(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Representation[]>> {
  const rows = await tx.prepared<Representation>(
    'representations-by-session-ids',
    `SELECT session_id AS "sessionId", party_code AS party, number, day::text, session_representations.name, office,
       named_by AS "namedBy", named_at AS "namedAt"
     FROM session_representations JOIN parties ON parties.code = party_code
     WHERE session_id = ANY ($1::uuid[]) ORDER BY parties.audience_code, number`,
    [ids],
  );
  const grouped = new Map<string, Representation[]>();
  for (const row of rows) grouped.set(row.sessionId, [...(grouped.get(row.sessionId) ?? []), row]);
  return grouped;
}

export type AttendanceCounts = Readonly<Record<Attendance, number>>;

/** Batch for loaders: how many people are expected, present, connected and absent in these sessions. */
export async function attendanceBySessionIds(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttendanceCounts>> {
  const rows = await tx.prepared<{ sessionId: string; attendance: Attendance; count: number }>(
    'attendance-by-session-ids',
    `SELECT session_id AS "sessionId", attendance, count(*)::int AS count FROM session_participants
     WHERE session_id = ANY ($1::uuid[]) AND state = 'ANNOUNCED' GROUP BY 1, 2`,
    [ids],
  );
  const counts = new Map(ids.map((id) => [id, { EXPECTED: 0, PRESENT: 0, REMOTE: 0, ABSENT: 0 }]));
  for (const { sessionId, attendance, count } of rows) {
    const known = counts.get(sessionId);
    if (known !== undefined) known[attendance] = count;
  }
  return counts;
}
