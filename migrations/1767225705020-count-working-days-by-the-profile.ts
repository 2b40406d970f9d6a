import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which holidays count for all Länder together, and how long a written procedure is open at least. */
export class CountWorkingDaysByTheProfile1767225705020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE conference_profiles
        ADD holiday_rule text NOT NULL DEFAULT 'ANY_LAND'
          CONSTRAINT conference_profiles_holidays CHECK (holiday_rule IN ('ANY_LAND', 'ALL_LAENDER')),
        ADD written_procedure_leaves_hours int NOT NULL DEFAULT 1
          CONSTRAINT conference_profiles_leaves_hours CHECK (written_procedure_leaves_hours BETWEEN 0 AND 240);
      ALTER TABLE conference_profiles ALTER holiday_rule DROP DEFAULT, ALTER written_procedure_leaves_hours DROP DEFAULT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE conference_profiles DROP holiday_rule, DROP written_procedure_leaves_hours');
  }
}
