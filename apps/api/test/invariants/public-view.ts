import type { World } from './world.js';

interface Clause {
  readonly text: string;
  readonly number: string | null;
  readonly children: readonly Clause[];
}

interface Shown {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly corrections: readonly { readonly number: number; readonly clauses: readonly Clause[] }[];
}

/** What must not be read in public: what belongs to nothing that is published now, who objected, and who acted. */
const secrets = `
  SELECT title AS text FROM topics WHERE conference_id = $1 AND NOT EXISTS (
    SELECT FROM releases WHERE topic_id = topics.id AND object_kind = 'RESOLUTION' AND releases.state = 'PUBLISHED')
  UNION ALL SELECT attachment->>'title' FROM topics, jsonb_array_elements(attachments) AS attachment
  WHERE conference_id = $1 AND NOT EXISTS (
    SELECT FROM releases WHERE object_id = (attachment->>'id')::uuid AND state = 'PUBLISHED')
  UNION ALL SELECT statements.text FROM statements JOIN topics ON topics.id = topic_id
  WHERE conference_id = $1 AND NOT EXISTS (
    SELECT FROM releases WHERE object_id = statements.id AND releases.state = 'PUBLISHED')
  UNION ALL SELECT name FROM people UNION ALL SELECT 'Widerspruch' UNION ALL SELECT 'widersprochen'`;

/** Where the public side of this conference stands; null as long as nothing of it was ever public. */
async function slugOf(world: World): Promise<string | null> {
  const [row] = await world.rows<{ slug: string }>('SELECT slug FROM publication.conferences WHERE id = $1', [
    world.conferenceId,
  ]);
  return row?.slug ?? null;
}

/** Reads everything as nobody does, and answers what is not as it has to be (invariants 3 and 4). */
export async function publicFaults(world: World): Promise<readonly unknown[]> {
  const slug = await slugOf(world);
  const data = `/beschluesse/daten/v1/konferenzen/${slug ?? 'x'}.json`;
  const paths = [
    ...['/beschluesse/feed.atom', `/beschluesse?suche=${world.mark}`, '/beschluesse/sitemap.xml'],
    ...(slug === null ? [] : [data, `/beschluesse/${slug}`]),
  ];
  const texts = new Map<string, string>();
  for (const path of paths) {
    const response = await world.stage.nobody.send(path);
    if (response.status !== 200) return [{ path, status: response.status }];
    texts.set(path, await response.text());
  }
  const hidden = await world.rows<{ text: string }>(secrets, [world.conferenceId]);
  const told = [...texts].flatMap(([path, text]) => {
    return hidden.filter((secret) => text.includes(secret.text)).map((secret) => ({ path, secret: secret.text }));
  });
  const shown = slug === null ? [] : (JSON.parse(texts.get(data) ?? '{}') as { resolutions: Shown[] }).resolutions;
  return [...told, ...(await changedTexts(world, shown))];
}

/** Of what is shown, every text that is not the one that was adopted or confirmed. */
async function changedTexts(world: World, shown: readonly Shown[]): Promise<readonly unknown[]> {
  const rows = await world.rows<{ key: string; clauses: readonly Clause[] }>(
    `SELECT 'urn:uuid:' || id AS key, clauses FROM resolutions WHERE conference_id = $1
     UNION ALL SELECT 'urn:uuid:' || resolution_id || ' ' || number, clauses FROM resolution_corrections
     WHERE state = 'CONFIRMED' AND topic_id IN (SELECT id FROM topics WHERE conference_id = $1)`,
    [world.conferenceId],
  );
  const decided = new Map(rows.map(({ key, clauses }) => [key, wordsOf(clauses)]));
  const texts = shown.flatMap(({ id, clauses, corrections }) => [
    { key: id, clauses },
    ...corrections.map((correction) => ({ key: `${id} ${correction.number}`, clauses: correction.clauses })),
  ]);
  return texts.filter(({ key, clauses }) => decided.get(key) !== wordsOf(clauses));
}

function wordsOf(clauses: readonly Clause[]): string {
  return JSON.stringify(clauses.map(({ number, text, children }) => [number, text, wordsOf(children)]));
}
