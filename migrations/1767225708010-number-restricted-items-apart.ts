import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Items of topics that not all may see get numbers of a series that does not count (ADR 0012), and every item keeps when
 * its readers got it. What is marked VS-NfD is shared as narrowly as what is restricted.
 */
export class NumberRestrictedItemsApart1767225708010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      ALTER TABLE agenda_items
        DROP CONSTRAINT agenda_items_number,
        ADD CONSTRAINT agenda_items_number CHECK (number ~ '^([1-9][0-9]*[a-z]*|V [1-9][0-9]{3})$'),
        ADD circulated_at timestamptz;
      UPDATE agenda_items item SET circulated_at = coalesce(agenda.supplements[item.supplement], agenda.circulated_at)
        FROM agendas agenda WHERE agenda.id = item.agenda_id AND item.number IS NOT NULL;
      ALTER TABLE agenda_items
        ADD CONSTRAINT agenda_items_circulated CHECK ((number IS NULL) = (circulated_at IS NULL));
    `);
    await queryRunner.query(following(`IN ('RESTRICTED', 'VS_NFD')`));
    await queryRunner.query(`
      UPDATE agenda_items item SET audience = ARRAY(
          SELECT code FROM unnest(item.audience) AS code WHERE code = ANY (topic.audience))
        FROM topics topic WHERE topic.id = item.topic_id AND topic.classification = 'VS_NFD';
      UPDATE history entry SET audience = item.audience FROM agenda_items item JOIN topics topic ON topic.id = item.topic_id
        WHERE topic.classification = 'VS_NFD' AND entry.record_kind = 'agendaItem' AND entry.record_id = item.id;
    `);
  }

  /** Numbers that were given stay; without them the former rule could not be checked, so it is left open for them. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(following(`IN ('RESTRICTED')`));
    await queryRunner.query(`
      ALTER TABLE agenda_items
        DROP CONSTRAINT agenda_items_circulated,
        DROP circulated_at,
        DROP CONSTRAINT agenda_items_number,
        ADD CONSTRAINT agenda_items_number CHECK (number ~ '^[1-9][0-9]*[a-z]*$') NOT VALID;
    `);
  }
}

const following = (needToKnow: string): string => `
  CREATE OR REPLACE FUNCTION agenda_items_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      is_narrow boolean := NEW.classification ${needToKnow};
      was_narrow boolean := OLD.classification ${needToKnow};
    BEGIN
      UPDATE agenda_items item SET audience = ARRAY(
        SELECT code FROM unnest(CASE WHEN item.number IS NULL THEN item.audience ELSE agenda.audience END) AS code
        WHERE NOT is_narrow OR code = ANY (NEW.audience))
      FROM agendas agenda WHERE item.topic_id = NEW.id AND agenda.id = item.agenda_id AND (is_narrow OR was_narrow);
      UPDATE history entry SET audience = item.audience FROM agenda_items item
      WHERE item.topic_id = NEW.id AND entry.record_kind = 'agendaItem' AND entry.record_id = item.id
        AND entry.audience IS DISTINCT FROM item.audience;
      RETURN NULL;
    END $$`;
