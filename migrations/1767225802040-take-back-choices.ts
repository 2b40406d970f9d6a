import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever takes back what was chosen about being told has no row again: what is usual then holds, also when it changes. */
export class TakeBackChoices1767225802040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`GRANT DELETE ON notification_preferences TO km_app;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`REVOKE DELETE ON notification_preferences FROM km_app;`);
  }
}
