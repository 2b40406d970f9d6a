import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calendars that people subscribe to by an address of their own. Nobody but the person sees that there is one; the system
 * looks it up by the hash of its token, and notes when it was read. Of its history the same holds: only the person acts
 * on it, so what the person did there is the person's to see.
 */
export class SubscribeToCalendars1767225803010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feeds (
        id uuid CONSTRAINT calendar_feeds_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT calendar_feeds_person REFERENCES people (id),
        name text NOT NULL,
        content text NOT NULL CONSTRAINT calendar_feeds_content
          CHECK (content IN ('SESSIONS_AND_DEADLINES', 'SESSIONS', 'DEADLINES')),
        state text NOT NULL CONSTRAINT calendar_feeds_state CHECK (state IN ('ACTIVE', 'REVOKED')),
        token_hash bytea CONSTRAINT calendar_feeds_once UNIQUE,
        created_at timestamptz NOT NULL,
        issued_at timestamptz NOT NULL,
        fetched_at timestamptz,
        revision int NOT NULL,
        -- Whoever comes with the address of a revoked one finds as much as under an address that never was.
        CONSTRAINT calendar_feeds_token CHECK ((state = 'ACTIVE') = (token_hash IS NOT NULL))
      );
      CREATE INDEX calendar_feeds_of_person ON calendar_feeds (person_id);
      ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON calendar_feeds USING (person_id = (SELECT actor_person_id()))
        WITH CHECK (person_id = (SELECT actor_person_id()));
      CREATE POLICY serves ON calendar_feeds FOR SELECT USING ((SELECT actor_is_system()));
      CREATE POLICY notes ON calendar_feeds FOR UPDATE USING ((SELECT actor_is_system()));
      GRANT SELECT, INSERT,
        UPDATE (name, content, state, token_hash, issued_at, fetched_at, revision) ON calendar_feeds TO km_app;

      CREATE POLICY own_calendar_feeds ON history FOR SELECT
        USING (record_kind = 'calendarFeed' AND actor_person_id = (SELECT actor_person_id()));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY own_calendar_feeds ON history;
      DROP TABLE calendar_feeds;
    `);
  }
}
