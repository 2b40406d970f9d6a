import type { Client } from 'pg';

/** The Land with one person in the chair's office, and the one with as many as mails are sent. */
export const LAND_OF_ONE = 'HE';
export const LAND_OF_MANY = 'BY';

const people = `
  WITH person AS (
    INSERT INTO people (id, name, mail)
    SELECT gen_random_uuid(), 'Person ' || n, 'person-' || n || '@bench.example' FROM generate_series(1, $1) AS n RETURNING id, mail
  ), numbered AS (SELECT id, split_part(split_part(mail::text, '@', 1), '-', 2)::int AS n FROM person),
  office AS (
    INSERT INTO assignments (id, person_id, role, valid_from)
    SELECT gen_random_uuid(), id, 'SECRETARIAT', '2020-01-01' FROM numbered
  ), coordination AS (
    INSERT INTO assignments (id, person_id, role, party_code, valid_from)
    SELECT gen_random_uuid(), id, 'PARTY_COORDINATOR', CASE WHEN n > $2 THEN '${LAND_OF_ONE}' ELSE '${LAND_OF_MANY}' END, '2020-01-01'
    FROM numbered WHERE n <= $2 + 1
  )
  INSERT INTO notification_preferences (person_id, kind, channel) SELECT id, 'chair-term-proposed', 'IN_APP' FROM numbered`;

/** Everybody is told of proposed terms in the application alone, and of confirmed ones by mail. */
export async function fillPeople(owner: Client, count: number, inLandOfMany: number): Promise<void> {
  await owner.query(people.replaceAll('$1', String(count)).replaceAll('$2', String(inLandOfMany)));
}

/** As many conferences as have 100,000 deadlines between them: whoever writes a conference writes its seven. */
const conferences = `
  INSERT INTO conferences (id, profile_code, season, year, place, starts_on, ends_on, chair_code, registration_deadline,
    direct_registration_deadline, committees_from, committees_to, agenda_draft_deadline, pre_conference_on,
    final_papers_deadline, names, revision, audience)
  SELECT gen_random_uuid(), code, 'SPECIAL', extract(year FROM day), 'Erfurt', day, day, 'HE', end_of_berlin_day(day - 98),
    end_of_berlin_day(day - 42), day - 70, day - 49, end_of_berlin_day(day - 28), day - 14, end_of_berlin_day(day - 7),
    names, 1, array(SELECT generate_series(0, 203))
  FROM conference_profiles, generate_series(1, 14286) AS n CROSS JOIN LATERAL (SELECT '2040-01-01'::date + n AS day) AS days
  WHERE code = 'IMK'`;

export async function fillDeadlines(owner: Client): Promise<void> {
  await owner.query(conferences);
  await owner.query('DELETE FROM outbox');
  const { rows } = await owner.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM deadlines WHERE state = 'OPEN'`,
  );
  if ((rows[0]?.open ?? 0) < 100_000) throw new Error('There are not enough deadlines');
}
