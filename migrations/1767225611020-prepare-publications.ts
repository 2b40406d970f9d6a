import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A publication is prepared by one person and approved by another: the database knows two pairs of eyes apart, too. */
export class PreparePublications1767225611020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE publications (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL CONSTRAINT publications_conference_fk REFERENCES conferences,
        state text NOT NULL CONSTRAINT publications_state CHECK (state IN ('PREPARED', 'APPROVED', 'DISCARDED')),
        report jsonb NOT NULL,
        prepared_by uuid NOT NULL,
        prepared_by_name text NOT NULL,
        prepared_at timestamptz NOT NULL,
        approved_by uuid,
        approved_by_name text,
        approved_at timestamptz,
        revision int NOT NULL,
        audience int[] NOT NULL CONSTRAINT publications_audience CHECK (0 = ANY (audience) AND 0 <= ALL (audience)),
        CONSTRAINT publications_four_eyes CHECK (approved_by IS NULL OR approved_by <> prepared_by),
        CONSTRAINT publications_approved CHECK ((state = 'APPROVED') = (approved_by IS NOT NULL)
          AND (approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (approved_by_name IS NULL))
      );
      CREATE UNIQUE INDEX publications_one_prepared ON publications (conference_id) WHERE state = 'PREPARED';
      CREATE INDEX publications_conference ON publications (conference_id);

      CREATE FUNCTION publication_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.state <> 'PREPARED' OR NEW.report <> OLD.report OR NEW.prepared_by <> OLD.prepared_by THEN
            RAISE EXCEPTION 'what was prepared is approved or discarded, and never changed'
              USING ERRCODE = 'insufficient_privilege';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER publication_is_kept BEFORE UPDATE ON publications
        FOR EACH ROW EXECUTE FUNCTION publication_is_kept();

      ALTER TABLE publications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON publications FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON publications FOR INSERT WITH CHECK (prepared_by = (SELECT actor_person_id()));
      CREATE POLICY changes ON publications FOR UPDATE USING (audience && (SELECT actor_audience()))
        WITH CHECK (approved_by IS NULL OR approved_by = (SELECT actor_person_id()));
      GRANT SELECT, INSERT, UPDATE ON publications TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE publications;
      DROP FUNCTION publication_is_kept();
    `);
  }
}
