import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said of a missing topic is kept when something else is said: each explanation is a row of its own that nobody
 * changes. Of those who read the agenda exactly those read it who may see the topic, at any time.
 */
export class KeepFormerExplanations1767225708020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      ALTER TABLE agenda_explanations
        ADD number int NOT NULL DEFAULT 1 CONSTRAINT agenda_explanations_number CHECK (number >= 1),
        DROP CONSTRAINT agenda_explanations_pkey,
        ADD CONSTRAINT agenda_explanations_pkey PRIMARY KEY (agenda_id, topic_id, number);
      ALTER TABLE agenda_explanations ALTER number DROP DEFAULT;
      REVOKE UPDATE ON agenda_explanations FROM km_app;
      GRANT UPDATE (audience) ON agenda_explanations TO km_app;

      CREATE FUNCTION agenda_explanations_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE agenda_explanations said SET audience = ARRAY(
            SELECT code FROM unnest(agenda.audience) AS code WHERE code = ANY (NEW.audience))
          FROM agendas agenda WHERE said.topic_id = NEW.id AND agenda.id = said.agenda_id;
          UPDATE history entry SET audience = said.audience FROM agenda_explanations said
          WHERE said.topic_id = NEW.id AND entry.record_kind = 'agenda' AND entry.record_id = said.agenda_id
            AND entry.event = 'agenda.topicExplained' AND entry.data ->> 'topicId' = NEW.id::text
            AND entry.audience IS DISTINCT FROM said.audience;
          RETURN NULL;
        END $$;
      CREATE TRIGGER agenda_explanations_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION agenda_explanations_follow_topic();
      UPDATE agenda_explanations said SET audience = ARRAY(
          SELECT code FROM unnest(agenda.audience) AS code WHERE code = ANY (topic.audience))
        FROM agendas agenda, topics topic WHERE agenda.id = said.agenda_id AND topic.id = said.topic_id;
      UPDATE history entry SET audience = said.audience FROM agenda_explanations said
        WHERE entry.record_kind = 'agenda' AND entry.record_id = said.agenda_id
          AND entry.event = 'agenda.topicExplained' AND entry.data ->> 'topicId' = said.topic_id::text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      DROP TRIGGER agenda_explanations_follow_topic ON topics;
      DROP FUNCTION agenda_explanations_follow_topic();
      REVOKE UPDATE (audience) ON agenda_explanations FROM km_app;
      GRANT UPDATE ON agenda_explanations TO km_app;
      -- The former table has room for the last explanation alone. Nobody may delete rows here but a migration.
      CREATE POLICY clears ON agenda_explanations FOR DELETE USING (true);
      DELETE FROM agenda_explanations said WHERE number < (
        SELECT max(number) FROM agenda_explanations other
        WHERE other.agenda_id = said.agenda_id AND other.topic_id = said.topic_id);
      DROP POLICY clears ON agenda_explanations;
      ALTER TABLE agenda_explanations
        DROP CONSTRAINT agenda_explanations_pkey,
        DROP number,
        ADD CONSTRAINT agenda_explanations_pkey PRIMARY KEY (agenda_id, topic_id);
    `);
  }
}
