import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections of resolutions: texts of their own beside the one that was adopted, which stays as it is for ever. */
export class CorrectResolutions1767225609800 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resolution_corrections (
        id uuid PRIMARY KEY,
        resolution_id uuid NOT NULL CONSTRAINT resolution_corrections_resolution REFERENCES resolutions,
        topic_id uuid NOT NULL,
        number int CONSTRAINT resolution_corrections_number CHECK (number >= 1),
        clauses jsonb NOT NULL,
        text_hash text NOT NULL,
        reason text NOT NULL CONSTRAINT resolution_corrections_reason CHECK (reason <> ''),
        state text NOT NULL CONSTRAINT resolution_corrections_state
          CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
        proposed_at timestamptz NOT NULL,
        proposed_by text NOT NULL,
        decided_at timestamptz,
        decided_by text,
        answer text,
        revision int NOT NULL,
        audience int[] NOT NULL CONSTRAINT resolution_corrections_audience
          CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
        CONSTRAINT resolution_corrections_numbered CHECK ((state = 'CONFIRMED') = (number IS NOT NULL)),
        CONSTRAINT resolution_corrections_decided CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
        CONSTRAINT resolution_corrections_number_once UNIQUE (resolution_id, number)
      );
      CREATE INDEX resolution_corrections_topic ON resolution_corrections (topic_id);
      CREATE UNIQUE INDEX resolution_corrections_one_proposed ON resolution_corrections (resolution_id)
        WHERE state = 'PROPOSED';

      CREATE FUNCTION resolution_correction_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE decided text[] := '{audience,number,state,decided_at,decided_by,answer,revision}';
        BEGIN
          IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience'
            OR (OLD.state = 'PROPOSED' AND to_jsonb(NEW) - decided = to_jsonb(OLD) - decided)) THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'a correction cannot be changed' USING ERRCODE = 'insufficient_privilege';
        END $$;
      CREATE TRIGGER resolution_correction_is_kept BEFORE UPDATE OR DELETE ON resolution_corrections
        FOR EACH ROW EXECUTE FUNCTION resolution_correction_is_kept();

      ALTER TABLE resolution_corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON resolution_corrections FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON resolution_corrections FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON resolution_corrections FOR UPDATE USING (audience && (SELECT actor_audience()))
        WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON resolution_corrections TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE resolution_corrections;
      DROP FUNCTION resolution_correction_is_kept();
    `);
  }
}
