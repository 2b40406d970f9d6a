import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which party pulled an item off the consent list, and since when the list is closed because it is being voted on. */
export class PullItemsOffTheConsentList1767225608020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agendas ADD consent_list_closed_at timestamptz;
      ALTER TABLE agenda_items
        ADD pulled_off_by text CONSTRAINT agenda_items_pulled_off_by REFERENCES parties,
        ADD CONSTRAINT agenda_items_pulled_off CHECK (pulled_off_by IS NULL OR list <> 'CONSENT');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agenda_items DROP CONSTRAINT agenda_items_pulled_off, DROP pulled_off_by;
      ALTER TABLE agendas DROP consent_list_closed_at;
    `);
  }
}
