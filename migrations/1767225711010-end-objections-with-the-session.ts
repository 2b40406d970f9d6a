import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The time for objections ends with the session (domain.md §3): at the very instant at which the main session is
 * concluded, in the same transaction, whatever any queue does. Never later than it would have ended anyway.
 */
export class EndObjectionsWithTheSession1767225711010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION objections_end_with_session() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          asking text := current_setting('app.audience', true);
        BEGIN
          PERFORM set_config('app.audience', '{0}', true);
          UPDATE releases SET objections_until = NEW.occurred_at
            FROM sessions
            WHERE sessions.id = NEW.record_id AND sessions.body_code = 'MAIN_CONFERENCE'
              AND releases.conference_id = sessions.conference_id AND releases.state IN ('PROPOSED', 'BLOCKED')
              AND releases.objections_until > NEW.occurred_at;
          PERFORM set_config('app.audience', asking, true);
          RETURN NULL;
        END $$;
      CREATE TRIGGER objections_end_with_session AFTER INSERT ON history FOR EACH ROW
        WHEN (NEW.record_kind = 'session' AND NEW.event = 'session.concluded')
        EXECUTE FUNCTION objections_end_with_session();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER objections_end_with_session ON history;
      DROP FUNCTION objections_end_with_session();
    `);
  }
}
