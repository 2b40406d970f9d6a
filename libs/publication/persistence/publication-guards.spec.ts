import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '#platform/database';
import { aPublishingStage, type PublishingStage } from '#testing/publication';

/** What a statement tries that this guard alone keeps from happening, or what the guard brings about. */
interface Case {
  readonly act: string;
  /** True as long as the guard does its work; left out by guards that refuse the statement. */
  readonly holds?: string;
}

const someone = 'gen_random_uuid()';

const aRelease = `(SELECT id FROM releases WHERE state = 'PROPOSED')`;

const anObjection = (given: Readonly<Record<string, string>>): string => {
  const row = { id: someone, release_id: aRelease, party: `'BY'`, state: `'STANDING'`, ...given };
  const all: Readonly<Record<string, string>> = { objected_by: `'x'`, objected_at: 'now()', revision: '1', ...row };
  const sound: Readonly<Record<string, string>> = { audience: `'{0,2}'`, ...all };
  return `INSERT INTO release_objections (${Object.keys(sound).join()}) VALUES (${Object.values(sound).join()})`;
};

/** The same row again under another id, with something else in it. */
const another = (table: string, given: string): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(sound, jsonb_build_object('id', ${someone}, ${given}))).*
   FROM ${table} AS sound LIMIT 1`;

const notApproved = `'approved_by', NULL, 'approved_at', NULL, 'approved_by_name', NULL`;

const withoutRelease = (kind: string, table: string): string =>
  `UPDATE releases SET object_id = ${someone} WHERE object_kind = '${kind}';
   UPDATE publication.${table} SET published_at = published_at`;

const goesWithItsResolution = (table: string): Case => ({
  act: 'DELETE FROM publication.resolutions',
  holds: `SELECT NOT EXISTS (SELECT FROM publication.${table})`,
});

const cases: Readonly<Record<string, Case>> = {
  'history objections_end_with_session': {
    act: `INSERT INTO history (id, record_kind, record_id, event, data, actor_name, capacity, occurred_at, audience)
          SELECT ${someone}, 'session', id, 'session.concluded', '{}', 'x', 'CHAIR', '2026-12-03T09:00:00Z', '{0}'
          FROM sessions`,
    holds: `SELECT objections_until = '2026-12-03T09:00:00Z' FROM releases WHERE state = 'PROPOSED'`,
  },
  'topics releases_follow_topic': {
    act: `UPDATE topics SET audience = '{0,7,201}'`,
    holds: `SELECT bool_and(audience = '{0,7,201}') FROM releases`,
  },
  'publication.attachments attachments_resolution_id_fkey': goesWithItsResolution('attachments'),
  'publication.attachments is_released': { act: withoutRelease('ATTACHMENT', 'attachments') },
  'publication.clauses clauses_resolution_id_anchor_key': {
    act: `INSERT INTO publication.clauses SELECT resolution_id, position + 100, anchor, clause_id, number, body
          FROM publication.clauses`,
  },
  'publication.clauses clauses_resolution_id_fkey': goesWithItsResolution('clauses'),
  'publication.conferences conferences_slug': { act: `UPDATE publication.conferences SET slug = 'Herbst 2026'` },
  'publication.conferences conferences_slug_key': { act: another('publication.conferences', `'title', 'x'`) },
  'publication.corrections corrections_resolution_id_fkey': goesWithItsResolution('corrections'),
  'publication.corrections corrects_text_in_force': {
    act: 'DELETE FROM publication.corrections',
    holds: 'SELECT bool_and(correction_number IS NULL) FROM publication.resolutions',
  },
  'publication.corrections is_as_corrected': { act: 'UPDATE publication.corrections SET number = number + 1' },
  'publication.corrections is_released': { act: withoutRelease('CORRECTION', 'corrections') },
  'publication.resolutions is_as_adopted': { act: `UPDATE publication.resolutions SET title = 'Anders'` },
  'publication.resolutions is_released': { act: withoutRelease('RESOLUTION', 'resolutions') },
  'publication.resolutions keeps_text_in_force': {
    act: `UPDATE publication.resolutions SET clauses_in_force = '[]'`,
    holds: `SELECT bool_and(clauses_in_force <> '[]') FROM publication.resolutions`,
  },
  'publication.resolutions list_clauses': {
    act: 'DELETE FROM publication.clauses; UPDATE publication.resolutions SET clauses_in_force = clauses',
    holds: 'SELECT EXISTS (SELECT FROM publication.clauses)',
  },
  'publication.resolutions resolutions_changed_at': {
    act: `UPDATE publication.resolutions SET changed_at = published_at - interval '1 second'`,
  },
  'publication.resolutions resolutions_conference_id_fkey': {
    act: `UPDATE publication.resolutions SET conference_id = ${someone}`,
  },
  'publication.resolutions resolutions_conference_id_slug_key': {
    act: `UPDATE publication.resolutions SET slug = 'x'`,
  },
  'publication.resolutions resolutions_slug': { act: `UPDATE publication.resolutions SET slug = upper(slug)` },
  'publication.statements is_as_recorded': { act: `UPDATE publication.statements SET body = 'Anders'` },
  'publication.statements is_released': { act: withoutRelease('STATEMENT', 'statements') },
  'publication.statements statements_resolution_id_fkey': goesWithItsResolution('statements'),
  'publication.tombstones tombstones_conference_id_fkey': {
    act: `INSERT INTO publication.tombstones VALUES (${someone}, ${someone}, 'x', now())`,
  },
  'publication.tombstones tombstones_conference_id_slug_key': {
    act: `INSERT INTO publication.tombstones
          SELECT ${someone}, id, 'x', now() FROM publication.conferences, generate_series(1, 2)`,
  },
  'publications publication_is_kept': { act: `UPDATE publications SET report = '{}'` },
  'publications publications_approved': { act: another('publications', `'approved_by_name', NULL`) },
  'publications publications_audience': { act: another('publications', `'audience', '{201}'::int[]`) },
  'publications publications_conference_fk': { act: another('publications', `'conference_id', ${someone}`) },
  'publications publications_four_eyes': { act: another('publications', `'approved_by', prepared_by`) },
  'publications publications_one_prepared': {
    act: `${another('publications', `'state', 'PREPARED', ${notApproved}`)};
          ${another('publications', `'state', 'PREPARED', ${notApproved}`)}`,
  },
  'publications publications_state': { act: another('publications', `'state', 'X', ${notApproved}`) },
  'release_objections release_objections_audience': { act: anObjection({ audience: `'{0}'` }) },
  'release_objections release_objections_one_standing': { act: `${anObjection({})}; ${anObjection({})}` },
  'release_objections release_objections_party': { act: anObjection({ party: `'XX'` }) },
  'release_objections release_objections_release_fk': { act: anObjection({ release_id: someone }) },
  'release_objections release_objections_state': { act: anObjection({ state: `'X'` }) },
  'release_objections release_objections_withdrawn': { act: anObjection({ state: `'WITHDRAWN'` }) },
  'releases deadlines_of_release': {
    act: `UPDATE releases SET objections_until = '2040-01-02T10:00:00Z' WHERE state = 'PROPOSED'`,
    holds: `SELECT EXISTS (SELECT FROM deadlines WHERE subject_kind = 'release' AND due_at = '2040-01-02T10:00:00Z')`,
  },
  'releases release_needs_no_objection': {
    act: `${anObjection({})}; UPDATE releases SET state = 'RELEASED', released_at = now() WHERE state = 'PROPOSED'`,
  },
  'releases releases_audience': { act: `UPDATE releases SET audience = '{201}'` },
  'releases releases_conference_fk': { act: `UPDATE releases SET conference_id = ${someone}` },
  'releases releases_never_of_classified': {
    act: `UPDATE releases SET classification = 'RESTRICTED' WHERE state = 'PUBLISHED'`,
  },
  'releases releases_object_kind': { act: `UPDATE releases SET object_kind = 'X' WHERE state = 'PROPOSED'` },
  'releases releases_one_per_object': { act: another('releases', `'title', 'x'`) },
  'releases releases_published_at': { act: `UPDATE releases SET published_at = NULL WHERE state = 'PUBLISHED'` },
  'releases releases_state': { act: `UPDATE releases SET state = 'X' WHERE state = 'PROPOSED'` },
  'releases withdrawn_correction_is_not_public': {
    act: `UPDATE releases SET state = 'WITHDRAWN' WHERE object_kind = 'CORRECTION'`,
  },
  'releases withdrawn_is_not_public': {
    act: `UPDATE releases SET state = 'WITHDRAWN' WHERE object_kind = 'ATTACHMENT'`,
  },
};

/** Names of triggers that hang on tables of others, and of everything on our own. */
const guards = `
  SELECT format('%s %s', conrelid::regclass, conname) AS name FROM pg_constraint
  WHERE contype IN ('c', 'u', 'f', 'x') AND (connamespace = 'publication'::regnamespace OR conrelid = ANY ($1::regclass[]))
  UNION ALL SELECT format('%s %s', indrelid::regclass, indexrelid::regclass) FROM pg_index
  WHERE indisunique AND indrelid = ANY ($1::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  UNION ALL SELECT format('%s %s', tgrelid::regclass, tgname) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal AND (relnamespace = 'publication'::regnamespace OR tgrelid = ANY ($1::regclass[])
    OR tgname IN ('objections_end_with_session', 'releases_follow_topic'))`;

describe('What the database itself says about releases and publications', () => {
  let stage: PublishingStage;
  let client: Client;

  beforeAll(async () => {
    stage = await aPublishingStage();
    const paper = { id: newId(), title: 'Lagebild', asOf: null, originator: null };
    const attachments = [{ ...paper, classification: 'INTERNAL' as const, releaseWish: true }];
    const [release] = await stage.release({ attachments });
    await stage.release();
    await stage.publish();
    await stage.correct(release, 1, 'Die IMK nimmt den berichtigten Bericht zur Kenntnis.');
    await stage.declare(release, 'Bayern erklärt: Es bleibt dabei.');
    await stage.publish();
    await stage.planSession('MAIN_CONFERENCE');
    stage.clock.moveTo(new Date('2026-12-03T08:00:00Z'));
    await stage.propose();
    client = new Client({ connectionString: stage.testDatabase.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await stage.close();
  });

  /** Everything is rolled back, whatever came of it. */
  const tried = async ({ act, holds }: Case, before = ''): Promise<boolean> => {
    await client.query(`BEGIN; ${before}`);
    try {
      await client.query(act);
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
      if (holds === undefined) return false;
      const { rows } = await client.query<Record<string, boolean>>(holds);
      return Object.values(rows[0] ?? {})[0] === true;
    } catch (fault) {
      if (holds !== undefined) throw fault;
      return true;
    } finally {
      await client.query('ROLLBACK');
    }
  };

  /** A guard is a constraint, an index or a trigger; it is dropped as what it is. */
  const dropped = async (guard: string): Promise<string> => {
    const [table = '', name = ''] = guard.split(' ');
    const { rows } = await client.query<{ kind: string }>(
      `SELECT CASE WHEN EXISTS (SELECT FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2) THEN 'trigger'
         WHEN EXISTS (SELECT FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2) THEN 'constraint'
         ELSE 'index' END AS kind`,
      [table, name],
    );
    if (rows[0]?.kind === 'trigger') return `DROP TRIGGER ${name} ON ${table}`;
    return rows[0]?.kind === 'constraint' ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`;
  };

  it('has a case for every trigger, every constraint and every unique index', async () => {
    const tables = ['releases', 'release_objections', 'publications'];
    const { rows } = await client.query<{ name: string }>(guards, [tables]);
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.entries(cases))('%s does its work, and without it nothing else would', async (guard, given) => {
    expect(await tried(given)).toBe(true);
    expect(await tried(given, await dropped(guard))).toBe(false);
  });
});
