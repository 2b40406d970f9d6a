import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Minutes of sessions of committees and of the pre-conference too: the bodies that met say who writes, reads and agrees
 * them. All that were written until now are of the main conference.
 */
export class WriteMinutesOfBodies1767225709020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE minutes ADD body_codes text[] NOT NULL DEFAULT '{MAIN_CONFERENCE}'
        CONSTRAINT minutes_bodies CHECK (cardinality(body_codes) >= 1);
      ALTER TABLE minutes ALTER body_codes DROP DEFAULT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE minutes DROP body_codes');
  }
}
