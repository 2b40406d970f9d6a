import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Follow-ups of resolutions with the reports handed in and the state of implementation per Land. Reports and states are
 * only ever added: the newest counts, the earlier ones stay.
 */
export class FollowUpResolutions1767225612000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(following);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER follow_ups_follow_resolution ON resolutions;
      DROP FUNCTION follow_ups_follow_resolution();
      DROP TABLE follow_up_implementations;
      DROP TABLE follow_up_reports;
      DROP TABLE follow_ups;
    `);
  }
}

const tables = `
  CREATE TABLE follow_ups (
    id uuid PRIMARY KEY,
    state text NOT NULL CONSTRAINT follow_ups_state
      CHECK (state IN ('OPEN', 'IN_PROGRESS', 'REPORTED', 'DONE', 'EXTENDED', 'OBSOLETE')),
    kind text NOT NULL CONSTRAINT follow_ups_kind CHECK (kind IN ('REPORT', 'REQUEST', 'MANDATE', 'IMPLEMENTATION')),
    resolution_id uuid NOT NULL CONSTRAINT follow_ups_resolution_fk REFERENCES resolutions,
    clause_id uuid NOT NULL,
    task text NOT NULL,
    addressee_kind text NOT NULL,
    addressee_code text,
    due_kind text NOT NULL,
    due_day date,
    due_season text CONSTRAINT follow_ups_due_season CHECK (due_season IN ('SPRING', 'AUTUMN')),
    due_year int,
    condition text,
    review_on date,
    repeats_id uuid CONSTRAINT follow_ups_repeats_fk REFERENCES follow_ups,
    extended_by_id uuid CONSTRAINT follow_ups_extended_by_fk REFERENCES resolutions,
    returned_topic_id uuid CONSTRAINT follow_ups_returned_once UNIQUE,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT follow_ups_audience CHECK (0 = ANY (audience)),
    CONSTRAINT follow_ups_addressee CHECK (
      addressee_kind IN ('BODY', 'PARTY', 'CHAIR', 'ALL_LAENDER')
      AND (addressee_code IS NOT NULL) = (addressee_kind IN ('BODY', 'PARTY'))
      AND (addressee_kind = 'ALL_LAENDER') = (kind = 'IMPLEMENTATION')
      AND NOT (kind = 'MANDATE' AND addressee_code = 'BUND')),
    CONSTRAINT follow_ups_due CHECK (
      due_kind IN ('DAY', 'CONFERENCE', 'CONDITION')
      AND (due_kind = 'DAY') = (due_day IS NOT NULL)
      AND (due_kind = 'CONFERENCE') = (due_season IS NOT NULL) AND (due_season IS NULL) = (due_year IS NULL)
      AND (due_kind = 'CONDITION') = (condition IS NOT NULL) AND (condition IS NULL) = (review_on IS NULL)),
    CONSTRAINT follow_ups_repeat_another CHECK (repeats_id <> id)
  );
  CREATE INDEX follow_ups_resolution ON follow_ups (resolution_id);
  CREATE INDEX follow_ups_due_conference ON follow_ups (due_year, due_season);

  CREATE TABLE follow_up_reports (
    id uuid PRIMARY KEY,
    follow_up_id uuid NOT NULL CONSTRAINT follow_up_reports_follow_up_fk REFERENCES follow_ups,
    number int NOT NULL,
    text text NOT NULL,
    handed_in_at timestamptz NOT NULL,
    handed_in_by text NOT NULL,
    audience int[] NOT NULL CONSTRAINT follow_up_reports_audience CHECK (0 = ANY (audience)),
    CONSTRAINT follow_up_reports_number UNIQUE (follow_up_id, number)
  );

  CREATE TABLE follow_up_implementations (
    id uuid PRIMARY KEY,
    follow_up_id uuid NOT NULL CONSTRAINT follow_up_implementations_follow_up_fk REFERENCES follow_ups,
    party text NOT NULL CONSTRAINT follow_up_implementations_party REFERENCES parties,
    version int NOT NULL,
    status text NOT NULL CONSTRAINT follow_up_implementations_status
      CHECK (status IN ('NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED', 'NOT_INTENDED')),
    note text,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    audience int[] NOT NULL CONSTRAINT follow_up_implementations_audience CHECK (0 = ANY (audience)),
    CONSTRAINT follow_up_implementations_of_laender CHECK (party <> 'BUND'),
    CONSTRAINT follow_up_implementations_version UNIQUE (follow_up_id, party, version)
  )`;

/** Whoever sees the resolution sees what it asks for. */
const following = `
  CREATE FUNCTION follow_ups_follow_resolution() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE follow_ups SET audience = NEW.audience WHERE resolution_id = NEW.id;
      UPDATE follow_up_reports SET audience = NEW.audience
        FROM follow_ups WHERE follow_ups.id = follow_up_id AND resolution_id = NEW.id;
      UPDATE follow_up_implementations SET audience = NEW.audience
        FROM follow_ups WHERE follow_ups.id = follow_up_id AND resolution_id = NEW.id;
      UPDATE history SET audience = NEW.audience
        WHERE record_kind = 'followUp' AND record_id IN (SELECT id FROM follow_ups WHERE resolution_id = NEW.id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER follow_ups_follow_resolution AFTER UPDATE OF audience ON resolutions FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION follow_ups_follow_resolution()`;

const added = ['follow_up_reports', 'follow_up_implementations'];

const security = [
  ...['follow_ups', ...added].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  ]),
  'GRANT SELECT, INSERT, UPDATE ON follow_ups TO km_app',
  `GRANT SELECT, INSERT, UPDATE (audience) ON ${added.join(', ')} TO km_app`,
].join(';\n');
