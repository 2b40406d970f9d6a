import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sat for the party when a vote was given in a session: kept as it was said then, whoever sits there later. */
export class NameWhoSitsAtTheTable1767225609340 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE votes ADD represented_by text;
      ALTER TABLE bund_positions ADD represented_by text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE votes DROP represented_by;
      ALTER TABLE bund_positions DROP represented_by;
    `);
  }
}
