import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The technical administration can set a job aside that was given up: the delivery then counts as dealt with, and the
 * message with it once nothing else waits. Taken back, such deliveries are given up again.
 */
export class LetDeadLettersBeDiscarded1767225903010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE job_deliveries DROP CONSTRAINT job_deliveries_state,
        ADD CONSTRAINT job_deliveries_state CHECK (state IN ('DONE', 'FAILED', 'AGAIN', 'DISCARDED'));
      ALTER TABLE dead_letters DROP CONSTRAINT dead_letters_state,
        ADD CONSTRAINT dead_letters_state CHECK (state IN ('GIVEN_UP', 'RUNNING_AGAIN', 'SOLVED', 'DISCARDED'));`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE outbox SET done_at = NULL
        WHERE id IN (SELECT outbox_id FROM job_deliveries WHERE state = 'DISCARDED');
      UPDATE job_deliveries SET state = 'FAILED' WHERE state = 'DISCARDED';
      UPDATE dead_letters SET state = 'GIVEN_UP', revision = revision + 1 WHERE state = 'DISCARDED';
      ALTER TABLE job_deliveries DROP CONSTRAINT job_deliveries_state,
        ADD CONSTRAINT job_deliveries_state CHECK (state IN ('DONE', 'FAILED', 'AGAIN'));
      ALTER TABLE dead_letters DROP CONSTRAINT dead_letters_state,
        ADD CONSTRAINT dead_letters_state CHECK (state IN ('GIVEN_UP', 'RUNNING_AGAIN', 'SOLVED'));
      SELECT set_config('app.audience', '', true);`);
  }
}
