import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who takes part in a session, and who speaks and votes in it for a Land: one at a time, and every change is kept with its
 * time.
 */
export class NoteWhoTakesPart1767225605030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE session_representations; DROP TABLE session_participants;');
  }
}

const tables = `
  CREATE TABLE session_participants (
    id uuid CONSTRAINT session_participants_pkey PRIMARY KEY,
    session_id uuid NOT NULL CONSTRAINT session_participants_session REFERENCES sessions ON DELETE CASCADE,
    name text NOT NULL,
    office text,
    party_code text CONSTRAINT session_participants_party REFERENCES parties,
    body_code text CONSTRAINT session_participants_body REFERENCES bodies,
    role text NOT NULL CONSTRAINT session_participants_role
      CHECK (role IN ('HEAD_OF_DELEGATION', 'DELEGATION', 'GUEST')),
    attendance text NOT NULL CONSTRAINT session_participants_attendance
      CHECK (attendance IN ('EXPECTED', 'PRESENT', 'REMOTE', 'ABSENT')),
    state text NOT NULL CONSTRAINT session_participants_state CHECK (state IN ('ANNOUNCED', 'WITHDRAWN')),
    position int NOT NULL,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT session_participants_audience CHECK (0 = ANY (audience)),
    CONSTRAINT session_participants_one_place CHECK (party_code IS NULL OR body_code IS NULL)
  );
  CREATE INDEX session_participants_order ON session_participants (session_id, position, name, id);
  CREATE UNIQUE INDEX session_participants_one_head ON session_participants (session_id, party_code)
    WHERE role = 'HEAD_OF_DELEGATION' AND state = 'ANNOUNCED';

  CREATE TABLE session_representations (
    session_id uuid NOT NULL CONSTRAINT session_representations_session REFERENCES sessions ON DELETE CASCADE,
    party_code text NOT NULL CONSTRAINT session_representations_party REFERENCES parties,
    number int NOT NULL CONSTRAINT session_representations_number CHECK (number >= 1),
    day date NOT NULL,
    name text NOT NULL,
    office text NOT NULL,
    named_by text NOT NULL,
    named_at timestamptz NOT NULL,
    audience int[] NOT NULL CONSTRAINT session_representations_audience CHECK (0 = ANY (audience)),
    CONSTRAINT session_representations_pkey PRIMARY KEY (session_id, party_code, number)
  )`;

const security = [
  ...['session_participants', 'session_representations'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `GRANT SELECT, INSERT ON ${table} TO km_app`,
  ]),
  `CREATE POLICY changes ON session_participants FOR UPDATE
     USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  `GRANT UPDATE ON session_participants TO km_app`,
].join(';\n');
