import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a topic that is meant for the conference is not on its agenda: who said so, when, and where the topic was then. */
export class ExplainMissingTopics1767225608040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agenda_explanations (
        agenda_id uuid NOT NULL CONSTRAINT agenda_explanations_agenda REFERENCES agendas,
        topic_id uuid NOT NULL,
        topic_state text NOT NULL,
        explanation text NOT NULL CONSTRAINT agenda_explanations_explanation CHECK (btrim(explanation) <> ''),
        explained_by text NOT NULL,
        explained_at timestamptz NOT NULL,
        audience int[] NOT NULL CONSTRAINT agenda_explanations_audience CHECK (0 = ANY (audience)),
        CONSTRAINT agenda_explanations_pkey PRIMARY KEY (agenda_id, topic_id)
      );
      ALTER TABLE agenda_explanations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON agenda_explanations FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON agenda_explanations FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON agenda_explanations FOR UPDATE
        USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON agenda_explanations TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE agenda_explanations');
  }
}
