import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says after each commit which rows of the history, and which notifications, are new: ids only, no content. */
export class AnnounceChanges1767225700010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- 200 ids and the name of the source stay below the 8000 bytes of one announcement.
      CREATE FUNCTION announce_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('changes', TG_ARGV[0] || ' ' || string_agg(id::text, ' '))
            FROM (SELECT id, (row_number() OVER () - 1) / 200 AS part FROM added) AS parts GROUP BY part;
          RETURN NULL;
        END $$;
      CREATE TRIGGER history_announces AFTER INSERT ON history REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION announce_changes('history');
      CREATE TRIGGER notifications_announce AFTER INSERT ON notifications REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION announce_changes('notifications');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER notifications_announce ON notifications;
      DROP TRIGGER history_announces ON history;
      DROP FUNCTION announce_changes();
    `);
  }
}
