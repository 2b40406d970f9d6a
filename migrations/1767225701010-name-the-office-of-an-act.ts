import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An entry of the history says in which capacity somebody acted; which sub-committee or working group gave them that
 * capacity follows from what they were entrusted with on that day. Assignments are never deleted, so the answer lasts.
 * Null where it follows from none or from several, and for standing bodies, whose capacity says enough by itself.
 */
export class NameTheOfficeOfAnAct1767225701010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION body_of_act(person uuid, capacity text, at timestamptz) RETURNS text
        LANGUAGE sql STABLE PARALLEL SAFE AS $$
          SELECT CASE WHEN capacity LIKE '%COMMITTEE\\_%' OR capacity = 'GUEST' THEN (
            SELECT min(body_code) FROM assignments
            WHERE person_id = person AND role = regexp_replace(capacity, '^(REGISTRANT|INVOLVED)_', '')
              AND (at AT TIME ZONE 'Europe/Berlin')::date >= valid_from
              AND (valid_to IS NULL OR (at AT TIME ZONE 'Europe/Berlin')::date <= valid_to)
            HAVING count(*) = 1 AND min(body_code) LIKE ANY ('{"UA %","AG %"}')) END $$;
      GRANT EXECUTE ON FUNCTION body_of_act(uuid, text, timestamptz) TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION body_of_act(uuid, text, timestamptz)');
  }
}
