import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A conference can carry a name of its own, be moved and be cancelled. A cancelled one gives its number and its place in
 * the year free, and says at which conference its topics go on.
 */
export class MoveAndCancelConferences1767225705010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE conferences
        ADD name text,
        ADD state text NOT NULL DEFAULT 'PLANNED'
          CONSTRAINT conferences_state CHECK (state IN ('PLANNED', 'CANCELLED')),
        ADD successor_id uuid CONSTRAINT conferences_successor REFERENCES conferences,
        DROP CONSTRAINT conferences_number_once;
      DROP INDEX conferences_cycle_once;
      CREATE UNIQUE INDEX conferences_number_once ON conferences (profile_code, number) WHERE state <> 'CANCELLED';
      CREATE UNIQUE INDEX conferences_cycle_once ON conferences (profile_code, year, season)
        WHERE season <> 'SPECIAL' AND state <> 'CANCELLED';
    `);
  }

  /** Whoever goes back loses the cancelled conferences' numbers: two conferences with one number cannot both keep it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE conferences SET number = NULL, season = 'SPECIAL' WHERE state = 'CANCELLED';
      DROP INDEX conferences_cycle_once;
      DROP INDEX conferences_number_once;
      ALTER TABLE conferences DROP name, DROP state, DROP successor_id,
        ADD CONSTRAINT conferences_number_once UNIQUE (profile_code, number);
      CREATE UNIQUE INDEX conferences_cycle_once ON conferences (profile_code, year, season) WHERE season <> 'SPECIAL';
    `);
  }
}
