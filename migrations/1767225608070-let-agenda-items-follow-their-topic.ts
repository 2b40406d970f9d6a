import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may see a restricted topic can change at any time. Its items and what is kept of them change in the same transaction:
 * of those who read the agenda, exactly those read the item who may see the topic.
 */
export class LetAgendaItemsFollowTheirTopic1767225608070 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION agenda_items_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE agenda_items item SET audience = ARRAY(
            SELECT code FROM unnest(CASE WHEN item.number IS NULL THEN item.audience ELSE agenda.audience END) AS code
            WHERE NEW.classification <> 'RESTRICTED' OR code = ANY (NEW.audience))
          FROM agendas agenda WHERE item.topic_id = NEW.id AND agenda.id = item.agenda_id
            AND (NEW.classification = 'RESTRICTED' OR OLD.classification = 'RESTRICTED');
          UPDATE history entry SET audience = item.audience FROM agenda_items item
          WHERE item.topic_id = NEW.id AND entry.record_kind = 'agendaItem' AND entry.record_id = item.id
            AND entry.audience IS DISTINCT FROM item.audience;
          RETURN NULL;
        END $$;
      CREATE TRIGGER agenda_items_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION agenda_items_follow_topic();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER agenda_items_follow_topic ON topics;
      DROP FUNCTION agenda_items_follow_topic();
    `);
  }
}
