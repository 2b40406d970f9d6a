import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In a session silence may be an abstention while in writing everybody has to vote: the profile says for each what holds
 * when nobody names another rule.
 */
export class NameWhatSilenceMeansInWriting1767225710010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      ALTER TABLE conference_profiles
        ADD written_procedure_silence_rule text NOT NULL DEFAULT 'ALL_MUST_VOTE'
          CONSTRAINT conference_profiles_written_silence
            CHECK (written_procedure_silence_rule IN ('ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT'));
      ALTER TABLE conference_profiles ALTER written_procedure_silence_rule DROP DEFAULT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE conference_profiles DROP written_procedure_silence_rule');
  }
}
