import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each person wants to be told of what, when summaries come, and which notification went into which summary. */
export class ChooseHowToBeTold1767225700020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notification_preferences (
        person_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT notification_preferences_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
        channel text NOT NULL CONSTRAINT notification_preferences_channel
          CHECK (channel IN ('MAIL', 'DAILY', 'WEEKLY', 'IN_APP', 'NONE')),
        CONSTRAINT notification_preferences_pkey PRIMARY KEY (person_id, kind)
      );
      ALTER TABLE notification_preferences ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON notification_preferences USING (person_id = (SELECT actor_person_id()) OR (SELECT actor_is_system()))
        WITH CHECK (person_id = (SELECT actor_person_id()));
      GRANT SELECT, INSERT, UPDATE ON notification_preferences TO km_app;

      -- Whoever has no row here gets summaries at 7 o'clock, and those of a week on Mondays.
      CREATE TABLE digest_times (
        person_id uuid CONSTRAINT digest_times_pkey PRIMARY KEY,
        hour int NOT NULL CONSTRAINT digest_times_hour CHECK (hour BETWEEN 0 AND 23),
        weekday int NOT NULL CONSTRAINT digest_times_weekday CHECK (weekday BETWEEN 1 AND 5)
      );
      ALTER TABLE digest_times ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON digest_times USING (person_id = (SELECT actor_person_id()) OR (SELECT actor_is_system()))
        WITH CHECK (person_id = (SELECT actor_person_id()));
      GRANT SELECT, INSERT, UPDATE ON digest_times TO km_app;

      CREATE TABLE digests (
        id uuid CONSTRAINT digests_pkey PRIMARY KEY,
        person_id uuid NOT NULL,
        period text NOT NULL CONSTRAINT digests_period CHECK (period IN ('DAILY', 'WEEKLY')),
        -- The day, or the Monday of the week, in Berlin.
        of_day date NOT NULL,
        state text NOT NULL DEFAULT 'PENDING' CONSTRAINT digests_state CHECK (state IN ('PENDING', 'SENT', 'FAILED')),
        error text,
        finished_at timestamptz,
        CONSTRAINT digests_once UNIQUE (person_id, period, of_day)
      );
      ALTER TABLE digests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY collects ON digests USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE ON digests TO km_app;

      ALTER TABLE notifications
        ADD channel text NOT NULL DEFAULT 'MAIL' CONSTRAINT notifications_channel
          CHECK (channel IN ('MAIL', 'DAILY', 'WEEKLY', 'IN_APP')),
        ADD digest_id uuid CONSTRAINT notifications_digest REFERENCES digests (id);
      CREATE INDEX notifications_to_collect ON notifications (recipient_id, channel)
        WHERE channel IN ('DAILY', 'WEEKLY') AND digest_id IS NULL AND read_at IS NULL;
      CREATE INDEX notifications_of_digest ON notifications (digest_id) WHERE digest_id IS NOT NULL;
      CREATE POLICY collects ON notifications FOR UPDATE USING ((SELECT actor_is_system()));
      GRANT UPDATE (digest_id) ON notifications TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE UPDATE (digest_id) ON notifications FROM km_app;
      DROP POLICY collects ON notifications;
      DROP INDEX notifications_of_digest;
      DROP INDEX notifications_to_collect;
      ALTER TABLE notifications DROP digest_id, DROP channel;
      DROP TABLE digests;
      DROP TABLE digest_times;
      DROP TABLE notification_preferences;
    `);
  }
}
