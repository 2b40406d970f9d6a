import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The draft of a committee's agenda is seen by the officers of the committee and of those above it and by the secretariat;
 * the members get it when it is circulated. Officers have an audience code beside that of their body, which follows from
 * it, and see of restricted topics what the people of their body see.
 */
export class KeepDraftsWithTheOfficers1767225708030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(functions);
    await queryRunner.query(itemsFollowing('audience_narrowed(readers, NEW.audience)'));
    await queryRunner.query(explanationsFollowing('audience_narrowed(agenda.audience, NEW.audience)'));
    await queryRunner.query(drafts);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(explanationsFollowing(intersection('agenda.audience')));
    await queryRunner.query(itemsFollowing(intersection('readers')));
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE agendas agenda SET audience = ARRAY(SELECT 0 UNION SELECT audience_code FROM bodies
          WHERE code = ANY (agenda.body_codes) ORDER BY 1)
        WHERE circulated_at IS NULL AND NOT body_codes && '{PRE_CONFERENCE,MAIN_CONFERENCE}';
      DROP FUNCTION audience_narrowed(int[], int[]);
      DROP FUNCTION audience_of_officers(int);
    `);
  }
}

/** As `audienceOfOfficers` of the organisation computes it. */
const functions = `
  CREATE FUNCTION audience_of_officers(body int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN body >= 1000 THEN 2000001000 + (body - 1000) % 147000000 ELSE body + 200 END $$;
  CREATE FUNCTION audience_narrowed(readers int[], allowed int[]) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT array(SELECT code FROM unnest(readers) AS code WHERE code = ANY (allowed) OR code IN (
      SELECT audience_of_officers(audience_code) FROM bodies WHERE audience_code = ANY (allowed))) $$`;

const intersection = (readers: string): string =>
  `ARRAY(SELECT code FROM unnest(${readers}) AS code WHERE code = ANY (NEW.audience))`;

const itemsFollowing = (narrowed: string): string => `
  CREATE OR REPLACE FUNCTION agenda_items_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      is_narrow boolean := NEW.classification IN ('RESTRICTED', 'VS_NFD');
      was_narrow boolean := OLD.classification IN ('RESTRICTED', 'VS_NFD');
    BEGIN
      UPDATE agenda_items item SET audience = CASE WHEN is_narrow THEN ${narrowed} ELSE readers END
      FROM (SELECT each.id, CASE WHEN each.number IS NULL THEN each.audience ELSE agenda.audience END AS readers
            FROM agenda_items each JOIN agendas agenda ON agenda.id = each.agenda_id WHERE each.topic_id = NEW.id) read
      WHERE item.id = read.id AND (is_narrow OR was_narrow);
      UPDATE history entry SET audience = item.audience FROM agenda_items item
      WHERE item.topic_id = NEW.id AND entry.record_kind = 'agendaItem' AND entry.record_id = item.id
        AND entry.audience IS DISTINCT FROM item.audience;
      RETURN NULL;
    END $$`;

const explanationsFollowing = (narrowed: string): string => `
  CREATE OR REPLACE FUNCTION agenda_explanations_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE agenda_explanations said SET audience = ${narrowed}
      FROM agendas agenda WHERE said.topic_id = NEW.id AND agenda.id = said.agenda_id;
      UPDATE history entry SET audience = said.audience FROM agenda_explanations said
      WHERE said.topic_id = NEW.id AND entry.record_kind = 'agenda' AND entry.record_id = said.agenda_id
        AND entry.event = 'agenda.topicExplained' AND entry.data ->> 'topicId' = NEW.id::text
        AND entry.audience IS DISTINCT FROM said.audience;
      RETURN NULL;
    END $$`;

/** Agendas that are prepared while this is applied, and what is meant for the next supplement. */
const drafts = `
  SELECT set_config('app.audience', '{0}', true);
  CREATE TEMPORARY TABLE prepared ON COMMIT DROP AS
    WITH RECURSIVE up AS (
      SELECT agendas.id, unnest(body_codes) AS code FROM agendas
      WHERE NOT body_codes && '{PRE_CONFERENCE,MAIN_CONFERENCE}'
      UNION SELECT up.id, bodies.parent_code FROM bodies JOIN up ON up.code = bodies.code
      WHERE bodies.parent_code NOT IN ('PRE_CONFERENCE', 'MAIN_CONFERENCE'))
    SELECT up.id, array_agg(audience_of_officers(audience_code)) AS officers FROM up
    JOIN bodies ON bodies.code = up.code GROUP BY up.id;
  UPDATE agendas agenda
    SET audience = CASE WHEN circulated_at IS NULL THEN '{0,201}' || officers ELSE audience || officers END
    FROM prepared WHERE prepared.id = agenda.id;
  UPDATE agenda_items item SET audience = CASE WHEN topic.classification IN ('RESTRICTED', 'VS_NFD')
      THEN audience_narrowed('{0,201}' || officers, topic.audience) ELSE '{0,201}' || officers END
    FROM prepared, topics topic
    WHERE prepared.id = item.agenda_id AND item.number IS NULL AND topic.id = item.topic_id;
  UPDATE agenda_items item SET audience = CASE WHEN topic.classification IN ('RESTRICTED', 'VS_NFD')
      THEN audience_narrowed(agenda.audience, topic.audience) ELSE agenda.audience END
    FROM prepared, topics topic, agendas agenda
    WHERE prepared.id = item.agenda_id AND item.number IS NOT NULL AND topic.id = item.topic_id
      AND agenda.id = item.agenda_id;
  UPDATE history entry SET audience = kept.audience
    FROM (SELECT 'agenda' AS kind, agendas.id, audience FROM agendas JOIN prepared USING (id)
          UNION ALL SELECT 'agendaItem', item.id, item.audience FROM agenda_items item
          JOIN prepared ON prepared.id = item.agenda_id) kept
    WHERE entry.record_kind = kept.kind AND entry.record_id = kept.id AND entry.event <> 'agenda.topicExplained'`;
