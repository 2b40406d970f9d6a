import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assignment has a history and a revision of its own, and may stand in for another one. */
export class KeepAssignmentsAsRecords1767225601020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE assignments
        ADD deputy_of uuid CONSTRAINT assignments_deputy_of REFERENCES assignments,
        ADD revision int NOT NULL DEFAULT 1,
        ADD CONSTRAINT assignments_no_deputy_of_itself CHECK (deputy_of <> id);
      CREATE INDEX assignments_of_person ON assignments (person_id);
      CREATE INDEX assignments_deputies ON assignments (deputy_of) WHERE deputy_of IS NOT NULL;
      CREATE INDEX people_name_order ON people (name, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX people_name_order;
      DROP INDEX assignments_of_person;
      ALTER TABLE assignments DROP CONSTRAINT assignments_no_deputy_of_itself, DROP deputy_of, DROP revision;
    `);
  }
}
