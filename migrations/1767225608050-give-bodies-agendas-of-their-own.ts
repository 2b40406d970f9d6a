import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beside the agenda of the main conference, which a conference has one of, every session of another body may have one. */
export class GiveBodiesAgendasOfTheirOwn1767225608050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE agendas
        ADD body_codes text[] NOT NULL DEFAULT '{MAIN_CONFERENCE}',
        ADD session_id uuid CONSTRAINT agendas_session REFERENCES sessions,
        ADD CONSTRAINT agendas_bodies CHECK (cardinality(body_codes) >= 1),
        ADD CONSTRAINT agendas_of_session CHECK ((session_id IS NULL) = (body_codes[1] = 'MAIN_CONFERENCE')),
        DROP CONSTRAINT agendas_one_per_conference;
      ALTER TABLE agendas ALTER body_codes DROP DEFAULT;
      CREATE UNIQUE INDEX agendas_one_per_conference ON agendas (conference_id) WHERE session_id IS NULL;
      CREATE UNIQUE INDEX agendas_one_per_session ON agendas (session_id);
      CREATE INDEX agendas_conference_index ON agendas (conference_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX agendas_conference_index;
      DROP INDEX agendas_one_per_session;
      DROP INDEX agendas_one_per_conference;
      ALTER TABLE agendas
        DROP CONSTRAINT agendas_of_session,
        DROP CONSTRAINT agendas_bodies,
        DROP session_id,
        DROP body_codes,
        ADD CONSTRAINT agendas_one_per_conference UNIQUE (conference_id);
    `);
  }
}
