import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many mails asked to leave in which minute, over all processes: what keeps to the rate that a mail server allows. */
export class CountMailsByTheMinute1767225802020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_minutes (
        minute timestamptz CONSTRAINT mail_minutes_once PRIMARY KEY,
        asked int NOT NULL
      );
      ALTER TABLE mail_minutes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY counts ON mail_minutes USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE, DELETE ON mail_minutes TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE mail_minutes;`);
  }
}
