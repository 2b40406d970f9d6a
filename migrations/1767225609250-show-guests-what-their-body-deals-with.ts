import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Guests see the topics of their body and the texts of these topics. Ballots, votes, positions and resolutions follow
 * the topic without its guests; the database refuses them an audience with guests.
 */
export class ShowGuestsWhatTheirBodyDealsWith1767225609250 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(withoutGuests);
    await queryRunner.query(following('audience_without_guests(NEW.audience)'));
    await queryRunner.query(checks('0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)'));
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE topics SET audience = audience || guests.codes
      FROM (SELECT topics.id, array_agg(DISTINCT -bodies.audience_code) AS codes FROM topics
            JOIN bodies ON bodies.code = topics.lead_committee OR bodies.code = ANY (topics.involved_committees)
            WHERE accepted_at IS NOT NULL AND classification NOT IN ('RESTRICTED', 'VS_NFD') GROUP BY topics.id) AS guests
      WHERE guests.id = topics.id;
      UPDATE history SET audience = topics.audience FROM topics
      WHERE record_kind = 'topic' AND record_id = topics.id AND history.audience IS DISTINCT FROM topics.audience;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE topics SET audience = audience_without_guests(audience) WHERE NOT 0 <= ALL (audience);
      UPDATE history SET audience = audience_without_guests(audience) WHERE record_kind = 'topic';
    `);
    await queryRunner.query(checks('0 = ANY (audience)'));
    await queryRunner.query(following('NEW.audience'));
    await queryRunner.query('DROP FUNCTION audience_without_guests(int[])');
  }
}

const withoutGuests = `
  CREATE FUNCTION audience_without_guests(audience int[]) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT array(SELECT code FROM unnest(audience) AS code WHERE code >= 0 AND code <> 203) $$`;

const checks = (condition: string): string =>
  ['ballots', 'votes', 'bund_positions', 'resolutions']
    .map(
      (table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_audience,
        ADD CONSTRAINT ${table}_audience CHECK (${condition})`,
    )
    .join(';\n');

const following = (audience: string): string => `
  CREATE OR REPLACE FUNCTION ballots_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE voters int[] := ${audience};
    BEGIN
      UPDATE ballots SET audience = voters WHERE topic_id = NEW.id;
      UPDATE votes SET audience = voters FROM ballots WHERE ballots.id = ballot_id AND topic_id = NEW.id;
      UPDATE bund_positions SET audience = voters FROM ballots WHERE ballots.id = ballot_id AND topic_id = NEW.id;
      UPDATE history SET audience = voters
        FROM (SELECT 'ballot' AS kind, id FROM ballots WHERE topic_id = NEW.id
              UNION SELECT 'vote', record_id FROM votes JOIN ballots ON ballots.id = ballot_id WHERE topic_id = NEW.id
              UNION SELECT 'vote', record_id FROM bund_positions JOIN ballots ON ballots.id = ballot_id
                WHERE topic_id = NEW.id) AS record
        WHERE record_kind = record.kind AND record_id = record.id;
      RETURN NULL;
    END $$`;
