import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is declared in a committee or in the pre-conference stays with those who sit in it: of the readers kept with the
 * statement exactly those see it who may see the topic. Without readers of its own a statement is for all who see the
 * topic. The topic may be changed by somebody who does not see the statement: hence the audience of the system.
 */
export class KeepStatementsWithinTheirBody1767225709040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE statements
        ADD readers int[],
        ADD CONSTRAINT statements_readers CHECK (0 = ANY (readers))`);
    await queryRunner.query(
      following(`
      PERFORM set_config('app.audience', '{0}', true);
      ${statementsSeenBy('CASE WHEN readers IS NULL THEN seeing ELSE audience_narrowed(readers, seeing) END')}
      PERFORM set_config('app.audience', acting, true);`),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(following(statementsSeenBy('seeing')));
    await queryRunner.query('ALTER TABLE statements DROP readers');
  }
}

const following = (work: string): string => `
  CREATE OR REPLACE FUNCTION statements_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      seeing int[] := array(SELECT code FROM unnest(NEW.audience) AS code WHERE code >= 0 AND code <> 203);
      acting text := coalesce(current_setting('app.audience', true), '');
    BEGIN
      ${work}
      RETURN NULL;
    END $$`;

const statementsSeenBy = (audience: string): string => `
      UPDATE statements SET audience = ${audience} || audience_code FROM parties
        WHERE topic_id = NEW.id AND announced_at IS NOT NULL AND parties.code = party;
      UPDATE statement_cosignatures SET audience = statements.audience FROM statements
        WHERE statements.id = statement_id AND topic_id = NEW.id;
      UPDATE history SET audience = statements.audience FROM statements
        WHERE topic_id = NEW.id AND announced_at IS NOT NULL
          AND record_kind = 'statement' AND record_id = statements.id;`;
