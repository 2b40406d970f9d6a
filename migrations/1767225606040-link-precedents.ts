import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links from a topic to earlier topics, resolutions and clauses; precedents in words stay beside them. */
export class LinkPrecedents1767225606040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE topics ADD COLUMN precedent_links jsonb NOT NULL DEFAULT '[]'
        CONSTRAINT topics_precedent_links CHECK (jsonb_typeof(precedent_links) = 'array');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE topics DROP COLUMN precedent_links');
  }
}
