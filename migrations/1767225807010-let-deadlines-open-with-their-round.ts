import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked of everybody at one instant until another, a vote in writing or a round of comments, begins when it is
 * asked: from then on its working days are counted, and half of its time is over when half of that has passed.
 */
export class LetDeadlinesOpenWithTheirRound1767225807010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(opening('ballot', 'WRITTEN_PROCEDURE', 'NEW.written_procedure_id'));
    await queryRunner.query(opening('comment_round', 'COMMENT_ROUND', 'NEW.id'));
    await queryRunner.query(`
      CREATE TRIGGER deadlines_open_with_ballot AFTER INSERT ON ballots FOR EACH ROW
        WHEN (NEW.written_procedure_id IS NOT NULL) EXECUTE FUNCTION deadlines_open_with_ballot();
      CREATE TRIGGER deadlines_open_with_comment_round AFTER INSERT ON comment_rounds FOR EACH ROW
        EXECUTE FUNCTION deadlines_open_with_comment_round();
    `);
    await queryRunner.query(existing);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER deadlines_open_with_comment_round ON comment_rounds;
      DROP TRIGGER deadlines_open_with_ballot ON ballots;
      DROP FUNCTION deadlines_open_with_comment_round();
      DROP FUNCTION deadlines_open_with_ballot();
      SELECT set_config('app.audience', '{0}', true);
      UPDATE deadlines SET opens_at = NULL WHERE subject_kind IN ('writtenProcedure', 'commentRound');
    `);
  }
}

/** Written as the system: the deadline of a record is seen by whoever sees the record, and by nobody else. */
const opening = (record: string, kind: string, subject: string): string => `
  CREATE FUNCTION deadlines_open_with_${record}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      asking text := current_setting('app.audience', true);
    BEGIN
      PERFORM set_config('app.audience', '{0}', true);
      UPDATE deadlines SET opens_at = NEW.opened_at, revision = revision + 1
        WHERE subject_id = ${subject} AND kind = '${kind}';
      PERFORM set_config('app.audience', asking, true);
      RETURN NULL;
    END $$`;

const existing = `
  SELECT set_config('app.audience', '{0}', true);
  UPDATE deadlines SET opens_at = (SELECT max(opened_at) FROM ballots WHERE written_procedure_id = subject_id)
    WHERE kind = 'WRITTEN_PROCEDURE';
  UPDATE deadlines SET opens_at = (SELECT opened_at FROM comment_rounds WHERE comment_rounds.id = subject_id)
    WHERE kind = 'COMMENT_ROUND'`;
