import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When something about a public resolution last changed: its feed tells it, and what is withdrawn leaves no row. */
export class TellWhenPublicTextsChanged1767225711030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE publication.resolutions ADD changed_at timestamptz;
      ALTER TABLE publication.resolutions NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;
      UPDATE publication.resolutions SET changed_at = published_at;
      ALTER TABLE publication.resolutions FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;
      ALTER TABLE publication.resolutions ALTER changed_at SET NOT NULL,
        ADD CONSTRAINT resolutions_changed_at CHECK (changed_at >= published_at);
      CREATE INDEX resolutions_changed_at ON publication.resolutions (changed_at DESC);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE publication.resolutions DROP changed_at');
  }
}
