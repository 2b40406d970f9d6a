import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Guests of a body belong to an audience of their own (the body's code with a minus) and to 203, that of all guests. They
 * know that a conference takes place, and see the sessions of their own body.
 */
export class LetGuestsKnowOfConferences1767225605005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE conferences SET audience = audience || 203 WHERE NOT 203 = ANY (audience);
      UPDATE history SET audience = audience || 203
        WHERE event IN ('conference.planned', 'conference.imported') AND NOT 203 = ANY (audience);
      UPDATE sessions SET audience = audience || -bodies.audience_code FROM bodies
        WHERE bodies.code = body_code AND NOT -bodies.audience_code = ANY (audience);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE sessions SET audience = array(SELECT code FROM unnest(audience) AS code WHERE code >= 0);
      UPDATE history SET audience = array_remove(audience, 203) WHERE 203 = ANY (audience);
      UPDATE conferences SET audience = array_remove(audience, 203);
    `);
  }
}
