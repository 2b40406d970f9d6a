import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conference is published under the names it had then; another conference of ministers calls itself otherwise. */
export class NameTheConferenceInPublic1767225611050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE publication.conferences ADD names jsonb NOT NULL DEFAULT '{
        "conference": "Ständige Konferenz der Innenminister und -senatoren der Länder",
        "conferenceGenitive": "Ständigen Konferenz der Innenminister und -senatoren der Länder",
        "shortName": "IMK", "office": "Geschäftsstelle"}';
      ALTER TABLE publication.conferences ALTER names DROP DEFAULT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE publication.conferences DROP names');
  }
}
