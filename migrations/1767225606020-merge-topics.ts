import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agreement of two registrants to go on with one topic, seen by both of them, the secretariat and the chair. */
export class MergeTopics1767225606020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE topic_merges (
        id uuid CONSTRAINT topic_merges_pkey PRIMARY KEY,
        state text NOT NULL CONSTRAINT topic_merges_state CHECK (state IN ('PROPOSED', 'MERGED', 'DECLINED', 'CANCELLED')),
        topic_id uuid NOT NULL,
        survivor_id uuid NOT NULL,
        reason text NOT NULL,
        topic_consented_at timestamptz,
        survivor_consented_at timestamptz,
        proposed_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        revision int NOT NULL,
        audience int[] NOT NULL CONSTRAINT topic_merges_audience_has_system CHECK (0 = ANY (audience)),
        CONSTRAINT topic_merges_two_topics CHECK (topic_id <> survivor_id),
        CONSTRAINT topic_merges_need_both CHECK (state <> 'MERGED'
          OR (topic_consented_at IS NOT NULL AND survivor_consented_at IS NOT NULL))
      );
      CREATE INDEX topic_merges_topic ON topic_merges (topic_id);
      CREATE INDEX topic_merges_survivor ON topic_merges (survivor_id);
      ALTER TABLE topic_merges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON topic_merges FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON topic_merges FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON topic_merges FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON topic_merges TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE topic_merges');
  }
}
