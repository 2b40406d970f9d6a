import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a Land that does not vote in a session is counted: an assumption, so it belongs to the conference's profile. */
export class NameTheRuleForSilence1767225609200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE conference_profiles ADD silence_rule text NOT NULL DEFAULT 'SILENCE_IS_ABSTENTION'
        CONSTRAINT conference_profiles_silence_rule
        CHECK (silence_rule IN ('ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT'));
      ALTER TABLE conference_profiles ALTER silence_rule DROP DEFAULT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE conference_profiles DROP silence_rule');
  }
}
