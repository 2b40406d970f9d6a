import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conferences with their deadlines, the sessions of their bodies, and the profile of the conference of ministers. */
export class PlanConferences1767225605000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
    await queryRunner.query(profile);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE sessions;
      DROP TABLE conferences;
      DROP TABLE conference_profiles;
    `);
  }
}

const tables = `
  CREATE TABLE conference_profiles (
    code text PRIMARY KEY,
    name text NOT NULL,
    registration_weeks int NOT NULL,
    direct_registration_weeks int NOT NULL,
    min_yes int NOT NULL CONSTRAINT conference_profiles_min_yes CHECK (min_yes >= 0),
    CONSTRAINT conference_profiles_weeks CHECK (registration_weeks >= 0 AND direct_registration_weeks >= 0)
  );

  CREATE TABLE conferences (
    id uuid PRIMARY KEY,
    profile_code text NOT NULL CONSTRAINT conferences_profile REFERENCES conference_profiles,
    number int CONSTRAINT conferences_number CHECK (number > 0) CONSTRAINT conferences_number_once UNIQUE,
    season text NOT NULL CONSTRAINT conferences_season CHECK (season IN ('SPRING', 'AUTUMN', 'SPECIAL')),
    year int NOT NULL,
    place text,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    chair_code text NOT NULL CONSTRAINT conferences_chair REFERENCES parties,
    registration_deadline timestamptz NOT NULL,
    direct_registration_deadline timestamptz NOT NULL,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT conferences_audience CHECK (0 = ANY (audience)),
    CONSTRAINT conferences_days CHECK (ends_on >= starts_on)
  );
  CREATE UNIQUE INDEX conferences_cycle_once ON conferences (profile_code, year, season) WHERE season <> 'SPECIAL';
  CREATE INDEX conferences_ends_on ON conferences (ends_on);

  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL CONSTRAINT sessions_conference_fk REFERENCES conferences,
    body_code text NOT NULL CONSTRAINT sessions_body REFERENCES bodies,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    place text,
    mode text NOT NULL CONSTRAINT sessions_mode CHECK (mode IN ('IN_PERSON', 'VIDEO', 'HYBRID')),
    state text NOT NULL CONSTRAINT sessions_state CHECK (state IN ('PLANNED')),
    audience int[] NOT NULL CONSTRAINT sessions_audience CHECK (0 = ANY (audience)),
    CONSTRAINT sessions_days CHECK (ends_on >= starts_on),
    CONSTRAINT sessions_one_at_a_time EXCLUDE USING gist
      (body_code WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
  );
  CREATE INDEX sessions_conference ON sessions (conference_id)`;

const papers = ['conferences', 'sessions'];

const security = [
  ...[...papers, 'conference_profiles'].map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
  ),
  ...papers.flatMap((table) => [
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY plans ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  ]),
  `CREATE POLICY reads ON conference_profiles FOR SELECT USING ((SELECT actor_is_known()))`,
  `CREATE POLICY keeps ON conference_profiles
     USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()))`,
  `GRANT SELECT, INSERT, UPDATE ON conferences, sessions TO km_app`,
  `GRANT SELECT ON conference_profiles TO km_app`,
].join(';\n');

const profile = `
  SELECT set_config('app.audience', '{0}', true);
  INSERT INTO conference_profiles (code, name, registration_weeks, direct_registration_weeks, min_yes)
  VALUES ('IMK', 'Innenministerkonferenz', 14, 6, 1)`;
