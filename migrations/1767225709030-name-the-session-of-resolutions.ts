import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A resolution was adopted in a session or in writing, never in both. Only the archive knows neither: its votes were
 * never kept here. Rows from before, of a conference without a session, stay as they are: hence NOT VALID.
 */
export class NameTheSessionOfResolutions1767225709030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE resolutions
        ADD session_id uuid CONSTRAINT resolutions_session_fk REFERENCES sessions,
        NO FORCE ROW LEVEL SECURITY,
        DISABLE TRIGGER resolutions_are_append_only;
      ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY;
      UPDATE resolutions SET session_id = ballots.session_id
        FROM ballots WHERE ballots.id = ballot_id AND resolutions.written_procedure_id IS NULL;
      ALTER TABLE ballots FORCE ROW LEVEL SECURITY;
      ALTER TABLE resolutions
        FORCE ROW LEVEL SECURITY,
        ENABLE TRIGGER resolutions_are_append_only,
        ADD CONSTRAINT resolutions_session_or_in_writing CHECK (
          num_nonnulls(session_id, written_procedure_id) = CASE WHEN ballot_id IS NULL THEN 0 ELSE 1 END) NOT VALID;
      CREATE INDEX resolutions_session ON resolutions (session_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE resolutions DROP session_id');
  }
}
