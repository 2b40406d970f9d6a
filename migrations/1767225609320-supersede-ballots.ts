import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text changed at the table ends the vote on the earlier one and begins another: the ballot that was replaced keeps its
 * votes for ever, and no vote is carried over.
 */
export class SupersedeBallots1767225609320 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ballots
        DROP CONSTRAINT ballots_state,
        ADD CONSTRAINT ballots_state CHECK (state IN ('OPEN', 'CLOSED', 'DETERMINED', 'SUPERSEDED')),
        ADD supersedes_id uuid CONSTRAINT ballots_supersedes REFERENCES ballots
          CONSTRAINT ballots_superseded_once UNIQUE;
    `);
  }

  /** What was replaced counts as closed: nothing was ever determined by it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY;
      UPDATE ballots SET state = 'CLOSED' WHERE state = 'SUPERSEDED';
      ALTER TABLE ballots FORCE ROW LEVEL SECURITY,
        DROP supersedes_id,
        DROP CONSTRAINT ballots_state,
        ADD CONSTRAINT ballots_state CHECK (state IN ('OPEN', 'CLOSED', 'DETERMINED'));
    `);
  }
}
