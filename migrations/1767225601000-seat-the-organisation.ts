import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties, bodies, memberships with their four rights, people, assignments and chair terms. */
export class SeatTheOrganisation1767225601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [partiesAndBodies, people, chairTerms, security, seats, seatedMembers, seatedChair]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE chair_terms;
      DROP TABLE assignments;
      DROP TABLE person_identities;
      DROP TABLE people;
      DROP TABLE memberships;
      DROP TABLE bodies;
      DROP TABLE parties;
    `);
  }
}

const partiesAndBodies = `
  CREATE TABLE parties (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL CONSTRAINT parties_kind CHECK (kind IN ('LAND', 'BUND')),
    audience_code int NOT NULL CONSTRAINT parties_audience_code UNIQUE
  );

  CREATE TABLE bodies (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL CONSTRAINT bodies_kind
      CHECK (kind IN ('WORKING_COMMITTEE', 'PRE_CONFERENCE', 'MAIN_CONFERENCE', 'SUB_COMMITTEE', 'WORKING_GROUP')),
    parent_code text CONSTRAINT bodies_parent REFERENCES bodies,
    audience_code int NOT NULL CONSTRAINT bodies_audience_code UNIQUE,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT bodies_validity CHECK (valid_to >= valid_from)
  );

  CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    body_code text NOT NULL CONSTRAINT memberships_body REFERENCES bodies,
    party_code text NOT NULL CONSTRAINT memberships_party REFERENCES parties,
    kind text NOT NULL CONSTRAINT memberships_kind CHECK (kind IN ('MEMBER', 'PERMANENT_GUEST', 'GUEST')),
    may_register boolean NOT NULL,
    may_vote boolean NOT NULL,
    may_declare boolean NOT NULL,
    may_object_to_release boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT memberships_validity CHECK (valid_to >= valid_from),
    CONSTRAINT memberships_one_at_a_time EXCLUDE USING gist
      (body_code WITH =, party_code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  )`;

const people = `
  CREATE TABLE people (
    id uuid PRIMARY KEY,
    name text NOT NULL CONSTRAINT people_name CHECK (name <> ''),
    mail citext NOT NULL CONSTRAINT people_mail UNIQUE
  );

  CREATE TABLE person_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL CONSTRAINT person_identities_person REFERENCES people,
    PRIMARY KEY (issuer, subject),
    CONSTRAINT person_identities_one_per_issuer UNIQUE (issuer, person_id)
  );

  CREATE TABLE assignments (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT assignments_person REFERENCES people,
    role text NOT NULL,
    party_code text CONSTRAINT assignments_party REFERENCES parties,
    body_code text CONSTRAINT assignments_body REFERENCES bodies,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT assignments_validity CHECK (valid_to >= valid_from),
    CONSTRAINT assignments_role CHECK (CASE
      WHEN role IN ('CHAIR', 'PARTY_COORDINATOR', 'PARTY_EXPERT', 'READER')
        THEN party_code IS NOT NULL AND body_code IS NULL
      WHEN role IN ('COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'GUEST')
        THEN party_code IS NULL AND body_code IS NOT NULL
      WHEN role IN ('SECRETARIAT', 'ADMIN') THEN party_code IS NULL AND body_code IS NULL
      ELSE false END),
    CONSTRAINT assignments_one_at_a_time EXCLUDE USING gist (person_id WITH =, role WITH =,
      coalesce(party_code, body_code, '') WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  );
  CREATE INDEX assignments_role_party_body ON assignments (role, party_code, body_code)`;

const chairTerms = `
  CREATE TABLE chair_terms (
    id uuid PRIMARY KEY,
    party_code text NOT NULL CONSTRAINT chair_terms_party REFERENCES parties,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    CONSTRAINT chair_terms_validity CHECK (valid_to >= valid_from),
    CONSTRAINT chair_terms_land CHECK (party_code <> 'BUND'),
    CONSTRAINT chair_terms_one_chair EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
  )`;

const readable = ['parties', 'bodies', 'memberships', 'people', 'assignments', 'chair_terms'];
const kept = [...readable, 'person_identities'];

/** Who is known reads names and offices; sign-in subjects are the system's alone, and so is every change. */
const security = [
  ...kept.map((table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`),
  ...kept.map(
    (table) =>
      `CREATE POLICY keeps ON ${table} USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()))`,
  ),
  ...readable.map((table) => `CREATE POLICY reads ON ${table} FOR SELECT USING ((SELECT actor_is_known()))`),
  `GRANT SELECT ON ${kept.join(', ')} TO km_app`,
  `GRANT INSERT, UPDATE ON people, person_identities, assignments TO km_app`,
].join(';\n');

const seats = `
  SELECT set_config('app.audience', '{0}', true);

  INSERT INTO parties (code, name, kind, audience_code) VALUES
    ('BW', 'Baden-Württemberg', 'LAND', 1), ('BY', 'Bayern', 'LAND', 2), ('BE', 'Berlin', 'LAND', 3),
    ('BB', 'Brandenburg', 'LAND', 4), ('HB', 'Bremen', 'LAND', 5), ('HH', 'Hamburg', 'LAND', 6),
    ('HE', 'Hessen', 'LAND', 7), ('MV', 'Mecklenburg-Vorpommern', 'LAND', 8), ('NI', 'Niedersachsen', 'LAND', 9),
    ('NW', 'Nordrhein-Westfalen', 'LAND', 10), ('RP', 'Rheinland-Pfalz', 'LAND', 11), ('SL', 'Saarland', 'LAND', 12),
    ('SN', 'Sachsen', 'LAND', 13), ('ST', 'Sachsen-Anhalt', 'LAND', 14), ('SH', 'Schleswig-Holstein', 'LAND', 15),
    ('TH', 'Thüringen', 'LAND', 16), ('BUND', 'Bund', 'BUND', 17);

  INSERT INTO bodies (code, name, kind, parent_code, audience_code, valid_from) VALUES
    ('MAIN_CONFERENCE', 'Ständige Konferenz der Innenminister und -senatoren der Länder', 'MAIN_CONFERENCE', NULL,
      111, '1954-01-01');
  INSERT INTO bodies (code, name, kind, parent_code, audience_code, valid_from) VALUES
    ('PRE_CONFERENCE', 'Vorkonferenz der Staatssekretärinnen und Staatssekretäre', 'PRE_CONFERENCE',
      'MAIN_CONFERENCE', 110, '1954-01-01'),
    ('AK1', 'Staatsrecht, Verwaltung und Zuwanderung', 'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 101, '1954-01-01'),
    ('AK2', 'Innere Sicherheit', 'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 102, '1954-01-01'),
    ('AK3', 'Kommunale Angelegenheiten', 'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 103, '1954-01-01'),
    ('AK4', 'Verfassungsschutz', 'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 104, '1954-01-01'),
    ('AK5', 'Feuerwehrangelegenheiten, Rettungswesen, Katastrophenschutz und zivile Verteidigung',
      'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 105, '1954-01-01'),
    ('AK6', 'Organisation, öffentliches Dienstrecht und Personal', 'WORKING_COMMITTEE', 'MAIN_CONFERENCE', 106,
      '1954-01-01')`;

/** The Bund speaks, registers, declares and objects in every body, and votes in none. */
const seatedMembers = `
  INSERT INTO memberships (id, body_code, party_code, kind, may_register, may_vote, may_declare,
                           may_object_to_release, valid_from)
  SELECT gen_random_uuid(), bodies.code, parties.code,
         CASE parties.kind WHEN 'LAND' THEN 'MEMBER' ELSE 'PERMANENT_GUEST' END,
         true, parties.kind = 'LAND', true, true, bodies.valid_from
  FROM bodies CROSS JOIN parties`;

/** The terms as the rotation proposes them; from here on they are data. */
const seatedChair = `
  INSERT INTO chair_terms (id, party_code, valid_from, valid_to)
  SELECT gen_random_uuid(), parties.code, make_date(year, 1, 1), make_date(year, 12, 31)
  FROM generate_series(2020, 2035) AS year
  JOIN parties ON parties.kind = 'LAND' AND parties.audience_code = (year - 2005) % 16 + 1`;
