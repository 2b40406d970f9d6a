import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may read what a notification leads to, asked in the statement that tells and again in the one that sends: between
 * the two a task may have ended, a topic may have been restricted. Both functions are asked by the system, which sees all.
 */
export class TellOnlyWhoMayRead1767225906010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- As \`audienceOfAssignments\` of the organisation computes it.
      CREATE FUNCTION audience_of_person(person uuid, day date) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT reading.code), '{}') FROM assignments
          LEFT JOIN parties ON parties.code = party_code
          LEFT JOIN bodies ON bodies.code = body_code
          CROSS JOIN LATERAL unnest(CASE
            WHEN role = 'SECRETARIAT' THEN ARRAY[201]
            WHEN role = 'CHAIR' THEN CASE WHEN EXISTS (SELECT FROM chair_terms WHERE chair_terms.party_code = assignments.party_code
              AND day BETWEEN chair_terms.valid_from AND chair_terms.valid_to) THEN ARRAY[202] ELSE '{}'::int[] END
            WHEN role IN ('PARTY_COORDINATOR', 'PARTY_EXPERT', 'READER') THEN ARRAY[parties.audience_code]
            WHEN role IN ('COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY')
              THEN ARRAY[bodies.audience_code, audience_of_officers(bodies.audience_code)]
            WHEN role = 'COMMITTEE_MEMBER' THEN ARRAY[bodies.audience_code]
            WHEN role = 'GUEST' THEN ARRAY[-bodies.audience_code, 203]
            WHEN role = 'ADMIN' THEN ARRAY[204]
          END) AS reading (code)
        WHERE person_id = person AND assignments.valid_from <= day
          AND (assignments.valid_to IS NULL OR assignments.valid_to >= day)
      $$;
      -- Null for what everybody may read who signs in, and for what has no row.
      CREATE FUNCTION audience_of_record(record_kind text, record uuid) RETURNS int[] LANGUAGE plpgsql STABLE AS $$
        DECLARE
          readers int[];
        BEGIN
          CASE record_kind
            WHEN 'topic' THEN SELECT audience INTO readers FROM topics WHERE id = record;
            WHEN 'commentRound' THEN SELECT audience INTO readers FROM comment_rounds WHERE id = record;
            WHEN 'agenda' THEN SELECT audience INTO readers FROM agendas WHERE id = record;
            WHEN 'ballot' THEN SELECT audience INTO readers FROM ballots WHERE id = record;
            WHEN 'writtenProcedure' THEN SELECT audience INTO readers FROM written_procedures WHERE id = record;
            WHEN 'minutes' THEN SELECT audience INTO readers FROM minutes WHERE id = record;
            WHEN 'session' THEN SELECT audience INTO readers FROM sessions WHERE id = record;
            WHEN 'followUp' THEN SELECT audience INTO readers FROM follow_ups WHERE id = record;
            WHEN 'conference' THEN SELECT audience INTO readers FROM conferences WHERE id = record;
            WHEN 'timeline' THEN SELECT audience INTO readers FROM conferences WHERE id = record;
            WHEN 'release' THEN SELECT audience INTO readers FROM releases WHERE id = record;
            ELSE readers := NULL;
          END CASE;
          RETURN readers;
        END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION audience_of_record(text, uuid);
      DROP FUNCTION audience_of_person(uuid, date);
    `);
  }
}
