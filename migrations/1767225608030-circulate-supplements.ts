import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Supplements to a circulated agenda: the instant of each, the first one first, and with which of them an item came.
 * What has a number already has been circulated; it stays part of the agenda itself.
 */
export class CirculateSupplements1767225608030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agendas
        ADD supplements timestamptz[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT agendas_supplements CHECK (circulated_at IS NOT NULL OR supplements = '{}');
      ALTER TABLE agenda_items
        ADD supplement int,
        ADD CONSTRAINT agenda_items_supplement CHECK (supplement IS NULL OR (supplement >= 1 AND number IS NOT NULL));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agenda_items DROP CONSTRAINT agenda_items_supplement, DROP supplement;
      ALTER TABLE agendas DROP CONSTRAINT agendas_supplements, DROP supplements;
    `);
  }
}
