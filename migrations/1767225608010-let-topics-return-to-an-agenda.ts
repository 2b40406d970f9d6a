import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An item keeps how it ended, and when its topic left the agenda. A topic that comes back gets an item of its own, so that
 * the number of the first one is not used again; of those items at most one stands.
 */
export class LetTopicsReturnToAnAgenda1767225608010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agenda_items
        ADD placed_at timestamptz NOT NULL DEFAULT now(),
        ADD outcome text CONSTRAINT agenda_items_outcome
          CHECK (outcome IN ('ADOPTED', 'ADOPTED_AMENDED', 'NOTED', 'NO_RESOLUTION', 'NOT_ADOPTED', 'POSTPONED',
            'REFERRED_BACK', 'WITHDRAWN', 'REMOVED', 'TO_WRITTEN_PROCEDURE')),
        ADD decided_at timestamptz,
        ADD topic_departed_at timestamptz,
        ADD CONSTRAINT agenda_items_decided CHECK ((outcome IS NULL) = (decided_at IS NULL)),
        ADD CONSTRAINT agenda_items_departed
          CHECK (topic_departed_at IS NULL OR state = 'REMOVED' OR outcome IS NOT NULL),
        ADD CONSTRAINT agenda_items_fireside_resolves_nothing
          CHECK (list <> 'FIRESIDE' OR outcome IS NULL OR outcome NOT IN ('ADOPTED', 'ADOPTED_AMENDED', 'NOT_ADOPTED')),
        DROP CONSTRAINT agenda_items_topic_once;
      ALTER TABLE agenda_items ALTER placed_at DROP DEFAULT;
      CREATE UNIQUE INDEX agenda_items_topic_stands_once ON agenda_items (agenda_id, topic_id)
        WHERE topic_departed_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX agenda_items_topic_stands_once;
      ALTER TABLE agenda_items
        ADD CONSTRAINT agenda_items_topic_once UNIQUE (agenda_id, topic_id),
        DROP CONSTRAINT agenda_items_fireside_resolves_nothing,
        DROP CONSTRAINT agenda_items_departed,
        DROP CONSTRAINT agenda_items_decided,
        DROP topic_departed_at,
        DROP decided_at,
        DROP outcome,
        DROP placed_at;
    `);
  }
}
