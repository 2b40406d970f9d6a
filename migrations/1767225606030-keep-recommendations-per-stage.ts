import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each body recommended and for which text; seen by whoever sees the topic, changed by nobody. */
export class KeepRecommendationsPerStage1767225606030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE topic_recommendations (
        id uuid CONSTRAINT topic_recommendations_pkey PRIMARY KEY,
        topic_id uuid NOT NULL,
        conference_id uuid NOT NULL,
        stage text NOT NULL CONSTRAINT topic_recommendations_stage
          CHECK (stage IN ('INVOLVED_COMMITTEE', 'COMMITTEE', 'DIRECT', 'PRE_CONFERENCE')),
        body text,
        recommendation text NOT NULL CONSTRAINT topic_recommendations_recommendation
          CHECK (recommendation IN ('AGREED', 'OPEN', 'INFORMATION_ONLY')),
        note text,
        proposal_version_id uuid,
        given_at timestamptz NOT NULL,
        audience int[] NOT NULL CONSTRAINT topic_recommendations_audience_has_system CHECK (0 = ANY (audience)),
        CONSTRAINT topic_recommendations_body CHECK ((body IS NULL) = (stage = 'DIRECT'))
      );
      CREATE INDEX topic_recommendations_topic ON topic_recommendations (topic_id);

      CREATE FUNCTION topic_recommendations_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE topic_recommendations SET audience = NEW.audience WHERE topic_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER topic_recommendations_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION topic_recommendations_follow_topic();

      ALTER TABLE topic_recommendations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON topic_recommendations FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON topic_recommendations FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY shares ON topic_recommendations FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE (audience) ON topic_recommendations TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER topic_recommendations_follow_topic ON topics;
      DROP FUNCTION topic_recommendations_follow_topic();
      DROP TABLE topic_recommendations;
    `);
  }
}
