import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** What was filled in, as far as requests name it. */
export interface FilledDatabase {
  readonly agendaId: string;
  readonly ballotId: string;
  readonly textHash: string;
  /** One coordinator per Land, all of whom vote; the first also reads. */
  readonly coordinators: readonly { readonly personId: string; readonly party: string }[];
}

const everybody = `ARRAY[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,101,102,103,104,105,106,110,111,201,202]`;

const people = `
  INSERT INTO people (id, name, mail)
  SELECT gen_random_uuid(), 'Koordination ' || name, lower(code) || '@bench.example' FROM parties WHERE kind = 'LAND';
  INSERT INTO assignments (id, person_id, role, party_code, valid_from)
  SELECT gen_random_uuid(), people.id, 'PARTY_COORDINATOR', upper(split_part(mail, '@', 1)), '2020-01-01' FROM people`;

/** Sixteen years with two conferences each. */
const conferences = `
  INSERT INTO conferences (id, profile_code, number, season, year, place, starts_on, ends_on, chair_code,
    registration_deadline, direct_registration_deadline, committees_from, committees_to, agenda_draft_deadline,
    pre_conference_on, final_papers_deadline, names, revision, audience)
  SELECT gen_random_uuid(), code, 190 + n, CASE n % 2 WHEN 0 THEN 'SPRING' ELSE 'AUTUMN' END, 2011 + n / 2, 'Erfurt',
    make_date(2011 + n / 2, 6 + 6 * (n % 2), 2), make_date(2011 + n / 2, 6 + 6 * (n % 2), 4), 'HE',
    make_date(2011 + n / 2, 2, 2), make_date(2011 + n / 2, 4, 2), make_date(2011 + n / 2, 3, 2),
    make_date(2011 + n / 2, 4, 2), make_date(2011 + n / 2, 5, 2), make_date(2011 + n / 2, 5, 12),
    make_date(2011 + n / 2, 5, 22), names, 1, ${everybody}
  FROM generate_series(0, 31) AS n, conference_profiles WHERE code = 'IMK'`;

/** 14,000 topics; one in twenty is another Land's draft, which row-level security keeps from the reader. */
const topics = `
  INSERT INTO topics (id, state, kind, title, subtitle, registrant_party, co_registrants, conference_id, lead_committee,
    involved_committees, facts, rationale, rapporteurs, precedents, release_wish, classification, pending_in_bundesrat,
    is_late, recommendation, outcome, frozen_versions, created_at, submitted_at, accepted_at, updated_at, revision, audience)
  SELECT gen_random_uuid(), CASE WHEN is_draft THEN 'DRAFT' WHEN on_agenda THEN 'IN_MAIN_CONFERENCE' ELSE 'DECIDED' END,
    'RESOLUTION', 'Zusammenarbeit der Länder beim Schutz kritischer Infrastrukturen, Vorhaben ' || n,
    CASE WHEN n % 3 = 0 THEN 'Bericht der Arbeitsgruppe' END, party.code,
    CASE WHEN n % 4 = 0 THEN ARRAY['BY', 'SN'] ELSE '{}' END, conference.id, 'AK' || n % 6 + 1,
    CASE WHEN n % 5 = 0 THEN ARRAY['AK3'] ELSE '{}' END,
    repeat('Die Lage hat sich seit der letzten Befassung verändert. ', 8), repeat('Ein gemeinsames Vorgehen ist nötig. ', 8),
    '{}', '{}', true, 'INTERNAL', false, n % 11 = 0, 'AGREED', CASE WHEN NOT is_draft AND NOT on_agenda THEN 'ADOPTED' END,
    '{}', stamp, stamp, stamp, stamp, 3, CASE WHEN is_draft THEN ARRAY[0, party.audience_code] ELSE ${everybody} END
  FROM generate_series(1, 14000) AS n
  CROSS JOIN LATERAL (SELECT n % 20 = 0 AND n > 100 AS is_draft, n <= 100 AS on_agenda,
    '2011-01-01Z'::timestamptz + n * interval '9 hours 7 minutes' AS stamp) AS row
  JOIN parties AS party ON party.audience_code = CASE WHEN is_draft THEN n / 20 % 15 + 2 ELSE n % 16 + 1 END
  JOIN conferences AS conference ON conference.number = 190 + CASE WHEN on_agenda THEN 31 ELSE n % 31 END`;

/** Ten clauses each: six, of which two have two below them. */
const texts = `
  INSERT INTO proposal_versions (id, topic_id, number, stage, clauses, text_hash, author_name, created_at, audience)
  SELECT gen_random_uuid(), topics.id, 1, 'FINAL', (
      SELECT jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'text', text, 'children',
        CASE WHEN k > 2 THEN '[]' ELSE jsonb_build_array(
          jsonb_build_object('id', gen_random_uuid(), 'text', text, 'children', '[]'::jsonb),
          jsonb_build_object('id', gen_random_uuid(), 'text', text, 'children', '[]'::jsonb)) END) ORDER BY k)
      FROM generate_series(1, 6) AS k),
    $1, 'Koordination Hessen', now(), audience
  FROM topics CROSS JOIN (SELECT 'Die IMK nimmt den Bericht der Arbeitsgruppe zur Kenntnis und bittet das Bundesministerium '
    || 'des Innern, die Länder über den Fortgang der Beratungen bis zur Herbstsitzung 2027 zu unterrichten.' AS text) AS said
  WHERE state = 'IN_MAIN_CONFERENCE'`;

const textsOfTopics = `
  UPDATE topics SET proposal_version_id = version.id, proposal_text_hash = version.text_hash
  FROM proposal_versions AS version WHERE version.topic_id = topics.id`;

const agenda = `
  WITH agenda AS (
    INSERT INTO agendas (id, conference_id, body_codes, state, circulated_at, revision, audience)
    SELECT gen_random_uuid(), id, '{MAIN_CONFERENCE}', 'FINAL', now(), 4, ${everybody} FROM conferences WHERE number = 221 RETURNING id)
  INSERT INTO agenda_items (id, agenda_id, topic_id, number, position, group_code, list, state, title, subtitle,
    placed_at, circulated_at, audience)
  SELECT gen_random_uuid(), agenda.id, topics.id, row_number() OVER (ORDER BY lead_committee, topics.id),
    row_number() OVER (PARTITION BY lead_committee ORDER BY topics.id), lead_committee, 'DISCUSSION', 'PLACED',
    title, subtitle, now(), now(), audience
  FROM topics CROSS JOIN agenda WHERE topics.state = 'IN_MAIN_CONFERENCE'`;

const ballots = `
  INSERT INTO ballots (id, kind, topic_id, agenda_item_id, proposal_version_id, text_hash, adoption_rule, silence_rule,
    min_yes, state, opened_at, revision, audience)
  SELECT gen_random_uuid(), 'ITEM', topics.id, item.id, proposal_version_id, proposal_text_hash, 'UNANIMITY',
    'ALL_MUST_VOTE', 1, 'OPEN', now(), 1, topics.audience
  FROM topics JOIN agenda_items AS item ON item.topic_id = topics.id;
  UPDATE topics SET open_ballot_id = ballots.id FROM ballots WHERE ballots.topic_id = topics.id`;

/** Fills as the superuser, past all rules: what is measured comes afterwards. */
export async function fill(databaseUrl: string): Promise<FilledDatabase> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const textHash = createHash('sha256').update('bench').digest('hex');
    for (const statement of [people, conferences, topics]) await client.query(statement);
    await client.query(texts, [textHash]);
    for (const statement of [textsOfTopics, agenda, ballots]) await client.query(statement);
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ agendaId: string; ballotId: string }>(
      `SELECT agendas.id AS "agendaId", (SELECT min(id::text) FROM ballots) AS "ballotId" FROM agendas`,
    );
    const coordinators = await client.query<{ personId: string; party: string }>(
      `SELECT person_id AS "personId", party_code AS party FROM assignments ORDER BY party_code`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The database was not filled');
    return { ...row, textHash, coordinators: coordinators.rows };
  } finally {
    await client.end();
  }
}
