import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resolutions older than this procedure have no ballot here. Only the system takes them over; people vote. */
export class KeepResolutionsOfTheArchive1767225609100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE resolutions ALTER ballot_id DROP NOT NULL;
      ALTER POLICY adds ON resolutions WITH CHECK (
        (SELECT actor_is_known()) AND (ballot_id IS NOT NULL OR (SELECT actor_is_system())));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER POLICY adds ON resolutions WITH CHECK ((SELECT actor_is_known()));
      ALTER TABLE resolutions NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER resolutions_are_append_only;
      DELETE FROM resolutions WHERE ballot_id IS NULL;
      ALTER TABLE resolutions FORCE ROW LEVEL SECURITY, ENABLE TRIGGER resolutions_are_append_only,
        ALTER ballot_id SET NOT NULL;
    `);
  }
}
