import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections that were published, beside the text they correct: byte for byte as they were confirmed. */
export class ProjectCorrections1767225611040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE publication.corrections (
        id uuid PRIMARY KEY,
        resolution_id uuid NOT NULL REFERENCES publication.resolutions ON DELETE CASCADE,
        number int NOT NULL,
        corrected_at timestamptz NOT NULL,
        clauses jsonb NOT NULL,
        text_hash text NOT NULL,
        published_at timestamptz NOT NULL
      );
      CREATE INDEX corrections_resolution ON publication.corrections (resolution_id);

      CREATE FUNCTION publication.is_as_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NOT EXISTS (
            SELECT FROM public.resolution_corrections confirmed
            WHERE confirmed.id = NEW.id AND confirmed.state = 'CONFIRMED' AND confirmed.number = NEW.number
              AND confirmed.resolution_id = NEW.resolution_id AND confirmed.text_hash = NEW.text_hash
              AND confirmed.clauses = NEW.clauses) THEN
            RAISE EXCEPTION 'a correction is published as it was confirmed, or not at all'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER is_as_corrected BEFORE INSERT OR UPDATE ON publication.corrections
        FOR EACH ROW EXECUTE FUNCTION publication.is_as_corrected();
      CREATE TRIGGER is_released BEFORE INSERT OR UPDATE ON publication.corrections
        FOR EACH ROW EXECUTE FUNCTION publication.is_released('CORRECTION');

      CREATE FUNCTION publication.withdrawn_correction_is_not_public() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM publication.corrections WHERE id = NEW.object_id) THEN
            RAISE EXCEPTION 'what was withdrawn is no longer public' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER withdrawn_correction_is_not_public AFTER UPDATE ON releases
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state = 'PUBLISHED' AND NEW.state <> 'PUBLISHED')
        EXECUTE FUNCTION publication.withdrawn_correction_is_not_public();

      ALTER TABLE publication.corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY shows ON publication.corrections FOR SELECT TO km_public USING (true);
      CREATE POLICY publishes ON publication.corrections TO km_app
        USING ((SELECT actor_audience()) && '{0,201,202}') WITH CHECK ((SELECT actor_audience()) && '{0,201,202}');
      GRANT SELECT ON publication.corrections TO km_public;
      GRANT SELECT, INSERT, UPDATE, DELETE ON publication.corrections TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER withdrawn_correction_is_not_public ON releases;
      DROP FUNCTION publication.withdrawn_correction_is_not_public();
      DROP TABLE publication.corrections;
      DROP FUNCTION publication.is_as_corrected();
    `);
  }
}
