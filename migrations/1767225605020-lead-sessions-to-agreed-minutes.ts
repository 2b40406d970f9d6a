import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions with a lifecycle of their own, of one or several bodies, with the invitations as they were sent. A body meets
 * once at a time; a cancelled session takes up no day.
 */
export class LeadSessionsToAgreedMinutes1767225605020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      DROP TABLE session_invitations;
      DROP TABLE session_bodies;
      ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
      DELETE FROM sessions WHERE state = 'CANCELLED';
      UPDATE sessions SET state = 'PLANNED';
      ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
      ALTER TABLE sessions
        DROP CONSTRAINT sessions_state, DROP CONSTRAINT sessions_number, DROP number, DROP invited_at, DROP revision,
        ADD CONSTRAINT sessions_state CHECK (state IN ('PLANNED')),
        ADD CONSTRAINT sessions_one_at_a_time EXCLUDE USING gist
          (body_code WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
    `);
  }
}

const tables = `
  SELECT set_config('app.audience', '{0}', true);
  ALTER TABLE sessions
    DROP CONSTRAINT sessions_one_at_a_time,
    DROP CONSTRAINT sessions_state,
    ADD CONSTRAINT sessions_state CHECK (state IN
      ('PLANNED', 'INVITED', 'IN_PROGRESS', 'CONCLUDED', 'MINUTES_DRAFT', 'MINUTES_AGREED', 'CANCELLED')),
    ADD number int CONSTRAINT sessions_number CHECK (number > 0),
    ADD invited_at timestamptz,
    ADD revision int NOT NULL DEFAULT 1;
  ALTER TABLE sessions ALTER revision DROP DEFAULT;

  CREATE TABLE session_bodies (
    session_id uuid NOT NULL CONSTRAINT session_bodies_session REFERENCES sessions ON DELETE CASCADE,
    body_code text NOT NULL CONSTRAINT session_bodies_body REFERENCES bodies,
    position int NOT NULL CONSTRAINT session_bodies_position CHECK (position >= 1),
    days daterange NOT NULL,
    audience int[] NOT NULL CONSTRAINT session_bodies_audience CHECK (0 = ANY (audience)),
    CONSTRAINT session_bodies_pkey PRIMARY KEY (session_id, body_code),
    CONSTRAINT session_bodies_position_once UNIQUE (session_id, position),
    CONSTRAINT session_bodies_one_at_a_time EXCLUDE USING gist (body_code WITH =, days WITH &&)
  );
  INSERT INTO session_bodies (session_id, body_code, position, days, audience)
    SELECT id, body_code, 1, daterange(starts_on, ends_on, '[]'), audience FROM sessions;

  CREATE TABLE session_invitations (
    session_id uuid NOT NULL CONSTRAINT session_invitations_session REFERENCES sessions ON DELETE CASCADE,
    number int NOT NULL CONSTRAINT session_invitations_number CHECK (number >= 1),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    place text,
    mode text NOT NULL CONSTRAINT session_invitations_mode CHECK (mode IN ('IN_PERSON', 'VIDEO', 'HYBRID')),
    note text,
    invited_by text NOT NULL,
    invited_at timestamptz NOT NULL,
    audience int[] NOT NULL CONSTRAINT session_invitations_audience CHECK (0 = ANY (audience)),
    CONSTRAINT session_invitations_pkey PRIMARY KEY (session_id, number)
  )`;

const security = [
  ...['session_bodies', 'session_invitations'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `GRANT SELECT, INSERT ON ${table} TO km_app`,
  ]),
  `CREATE POLICY changes ON session_bodies FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  `GRANT UPDATE ON session_bodies TO km_app`,
].join(';\n');
