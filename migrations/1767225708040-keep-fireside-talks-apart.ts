import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fireside talks hold no documents, votes or resolutions (domain.md §5, invariant 8). What may hold them never becomes a
 * fireside talk, and a fireside talk never becomes anything else: the list follows from the registration.
 */
export class KeepFiresideTalksApart1767225708040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION agenda_item_stays_fireside() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (OLD.list = 'FIRESIDE') <> (NEW.list = 'FIRESIDE') THEN
            RAISE EXCEPTION 'a fireside talk is registered as such' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER agenda_item_stays_fireside BEFORE UPDATE OF list ON agenda_items
        FOR EACH ROW EXECUTE FUNCTION agenda_item_stays_fireside();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER agenda_item_stays_fireside ON agenda_items;
      DROP FUNCTION agenda_item_stays_fireside();
    `);
  }
}
