import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fireside talks hold no votes (domain.md §5, invariant 8), and only the main conference votes on items of its agenda. */
export class KeepVotesOffFiresideTalks1767225650040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION ballot_item_may_be_voted_on() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM agenda_items WHERE id = NEW.agenda_item_id AND list = 'FIRESIDE') THEN
            RAISE EXCEPTION 'a fireside talk holds no votes' USING ERRCODE = 'check_violation';
          END IF;
          IF EXISTS (SELECT FROM agenda_items item JOIN agendas agenda ON agenda.id = item.agenda_id
                     WHERE item.id = NEW.agenda_item_id AND agenda.session_id IS NOT NULL) THEN
            RAISE EXCEPTION 'the main conference votes on the items of its own agenda' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER ballot_may_be_voted_on BEFORE INSERT ON ballots
        FOR EACH ROW EXECUTE FUNCTION ballot_item_may_be_voted_on();
      CREATE TRIGGER ballot_item_may_be_voted_on BEFORE INSERT ON ballot_items
        FOR EACH ROW EXECUTE FUNCTION ballot_item_may_be_voted_on();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER ballot_item_may_be_voted_on ON ballot_items;
      DROP TRIGGER ballot_may_be_voted_on ON ballots;
      DROP FUNCTION ballot_item_may_be_voted_on();
    `);
  }
}
