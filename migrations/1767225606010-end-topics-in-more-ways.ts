import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE',
  'DECIDED', 'WITHDRAWN']; // prettier-ignore
const added = ['CONCLUDED', 'IN_WRITTEN_PROCEDURE', 'MERGED'];

const stateCheck = (states: readonly string[]): string => `
  ALTER TABLE topics DROP CONSTRAINT topics_state;
  ALTER TABLE topics ADD CONSTRAINT topics_state CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}));
`;

/**
 * Topics end in the committee, go to a written procedure, are merged, and belong to a later conference without being lost
 * to the one before. Each attachment gets a name of its own by which a release can mean it.
 */
export class EndTopicsInMoreWays1767225606010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${stateCheck([...before, ...added])}
      ALTER TABLE topics
        ADD COLUMN previous_conference_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN merged_into_id uuid,
        ADD CONSTRAINT topics_merged_has_survivor
          CHECK ((state = 'MERGED') = (merged_into_id IS NOT NULL) AND merged_into_id <> id);
      SELECT set_config('app.audience', '{0}', true);
      UPDATE topics SET attachments = (
        SELECT jsonb_agg(jsonb_build_object('id', gen_random_uuid()) || entry ORDER BY place)
        FROM jsonb_array_elements(attachments) WITH ORDINALITY AS listed (entry, place)
      ) WHERE jsonb_array_length(attachments) > 0;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE topics SET attachments = (
        SELECT jsonb_agg(entry - 'id' ORDER BY place)
        FROM jsonb_array_elements(attachments) WITH ORDINALITY AS listed (entry, place)
      ) WHERE jsonb_array_length(attachments) > 0;
      ALTER TABLE topics
        DROP CONSTRAINT topics_merged_has_survivor,
        DROP COLUMN merged_into_id,
        DROP COLUMN previous_conference_ids;
      ${stateCheck(before)}
    `);
  }
}
