import { newId, type Tx } from '#platform/database';
import { audienceOfEntry } from '../domain/minutes-audience.js';
import type { DecidedMinutes } from '../domain/minutes-decision.js';
import type { MinutesEntry, MinutesObjection } from '../domain/minutes.js';
import { MinutesObjectionEntity } from './minutes-objection.entity.js';
import { MinutesEntryEntity, MinutesVersionEntity } from './minutes-version.entity.js';

/** An entry with the audience of its topic, null when that is not restricted. */
export interface CompiledEntry {
  readonly entry: MinutesEntry;
  readonly restrictedTo: readonly number[] | null;
}

export interface NewMinutesVersion {
  readonly entries: readonly CompiledEntry[];
  readonly explanation: string | null;
  readonly writtenBy: string;
}

/** Adds the version that counts from now on. */
export async function saveVersion(
  tx: Tx,
  { id: minutesId, version: number, updatedAt: writtenAt }: DecidedMinutes,
  { entries, explanation, writtenBy }: NewMinutesVersion,
  audience: readonly number[],
): Promise<void> {
  const versionId = newId();
  const places = entries.map(({ entry }) => ({ agendaItemId: entry.agendaItemId, number: entry.number }));
  const about = { minutesId, number, explanation, writtenBy, writtenAt };
  await tx.repository(MinutesVersionEntity).insert({ id: versionId, ...about, places, audience: [...audience] });
  const rows = entries.map(({ entry, restrictedTo }) => ({
    id: newId(),
    versionId,
    agendaItemId: entry.agendaItemId,
    topicId: entry.topicId,
    content: entry,
    restrictedTo: restrictedTo === null ? null : [...restrictedTo],
    audience: [...audienceOfEntry(audience, restrictedTo)],
  }));
  if (rows.length > 0) await tx.repository(MinutesEntryEntity).insert(rows as never);
}

/** Versions are seen with the minutes they belong to, restricted entries by those who see their topics. */
export async function shareVersions(tx: Tx, minutesId: string, audience: readonly number[]): Promise<void> {
  await tx.execute('UPDATE minutes_versions SET audience = $2 WHERE minutes_id = $1 AND audience IS DISTINCT FROM $2', [
    minutesId,
    audience,
  ]);
  await tx.execute(
    `UPDATE minutes_entries SET audience = CASE WHEN restricted_to IS NULL THEN $2::int[]
         ELSE array(SELECT unnest($2::int[]) INTERSECT SELECT unnest(restricted_to)) END
     FROM minutes_versions WHERE minutes_versions.id = version_id AND minutes_id = $1`,
    [minutesId, audience],
  );
}

/** An objection to a restricted entry is seen by those alone who read that entry. */
export async function saveObjections(
  tx: Tx,
  minutesId: string,
  objections: readonly MinutesObjection[],
  audience: readonly number[],
): Promise<void> {
  const repository = tx.repository(MinutesObjectionEntity);
  const known = new Map((await repository.findBy({ minutesId })).map((each) => [each.id, each]));
  for (const each of objections) {
    const { id, agendaItemId, state, answeredAt, answeredBy, answer } = each;
    const before = known.get(id);
    if (before === undefined) {
      const readers = await readersOfEntry(tx, minutesId, agendaItemId);
      await repository.insert({ ...each, minutesId, audience: [...(readers ?? audience)] });
    } else if (before.state !== state) {
      await repository.update({ id }, { state, answeredAt, answeredBy, answer });
    }
  }
}

async function readersOfEntry(tx: Tx, minutesId: string, agendaItemId: string | null): Promise<number[] | undefined> {
  if (agendaItemId === null) return undefined;
  const [row] = await tx.query<{ audience: number[] }>(
    `SELECT entry.audience FROM minutes_entries entry JOIN minutes_versions version ON version.id = entry.version_id
     WHERE version.minutes_id = $1 AND entry.agenda_item_id = $2 ORDER BY version.number DESC LIMIT 1`,
    [minutesId, agendaItemId],
  );
  return row?.audience;
}
