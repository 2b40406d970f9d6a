import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A topic may stand for classified papers that lie elsewhere: the row then holds nothing of them. */
export class StandForPapersKeptElsewhere1767225706020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE topics ADD COLUMN is_placeholder boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT topics_placeholder_holds_nothing CHECK (NOT is_placeholder OR (classification = 'VS_NFD'
          AND subtitle IS NULL AND facts IS NULL AND rationale IS NULL AND financial_impact IS NULL
          AND proposal_version_id IS NULL AND NOT release_wish));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE topics DROP COLUMN is_placeholder');
  }
}
