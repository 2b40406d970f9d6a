import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts of proposed resolutions: one immutable document per version, seen by whoever sees the topic. */
export class CreateProposalVersions1767225607000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE proposal_versions (
        id uuid CONSTRAINT proposal_versions_pkey PRIMARY KEY,
        topic_id uuid NOT NULL,
        number int NOT NULL CHECK (number >= 1),
        stage text NOT NULL CHECK (stage IN ('REGISTRATION', 'COMMITTEE_DRAFT', 'COMMITTEE_ADOPTED', 'PRE_CONFERENCE', 'FINAL', 'AS_ADOPTED')),
        clauses jsonb NOT NULL CHECK (jsonb_typeof(clauses) = 'array'),
        text_hash text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
        author_name text NOT NULL,
        created_at timestamptz NOT NULL,
        audience int[] NOT NULL CHECK (0 = ANY (audience)),
        CONSTRAINT proposal_versions_number UNIQUE (topic_id, number)
      );

      CREATE FUNCTION proposal_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience' THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'a version of a text cannot be changed' USING ERRCODE = 'insufficient_privilege';
        END $$;
      CREATE TRIGGER proposal_version_is_immutable BEFORE UPDATE OR DELETE ON proposal_versions
        FOR EACH ROW EXECUTE FUNCTION proposal_version_is_immutable();

      CREATE FUNCTION proposal_versions_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE proposal_versions SET audience = NEW.audience WHERE topic_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER proposal_versions_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION proposal_versions_follow_topic();

      ALTER TABLE proposal_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON proposal_versions FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON proposal_versions FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY shares ON proposal_versions FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE (audience) ON proposal_versions TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER proposal_versions_follow_topic ON topics;
      DROP FUNCTION proposal_versions_follow_topic();
      DROP TABLE proposal_versions;
      DROP FUNCTION proposal_version_is_immutable();
    `);
  }
}
