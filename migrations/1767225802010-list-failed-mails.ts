import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that were given up, for the secretariat alone: what about, to whom, why, and what became of them. */
export class ListFailedMails1767225802010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE failed_mails (
        -- The notification or the digest that the mail was about.
        id uuid CONSTRAINT failed_mails_once PRIMARY KEY,
        kind text NOT NULL CONSTRAINT failed_mails_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
        person_id uuid NOT NULL,
        address text NOT NULL,
        fault text NOT NULL,
        -- The words of the mail server.
        answer text NOT NULL,
        state text NOT NULL CONSTRAINT failed_mails_state CHECK (state IN ('FAILED', 'PENDING', 'SENT')),
        failed_at timestamptz NOT NULL,
        revision int NOT NULL DEFAULT 1
      );
      CREATE INDEX failed_mails_by_time ON failed_mails (failed_at, id);
      ALTER TABLE failed_mails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      -- 201: the secretariat.
      CREATE POLICY sees ON failed_mails FOR SELECT USING ('{0,201}'::int[] && (SELECT actor_audience()));
      CREATE POLICY notes ON failed_mails FOR INSERT WITH CHECK ((SELECT actor_is_system()));
      CREATE POLICY settles ON failed_mails FOR UPDATE USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE ON failed_mails TO km_app;

      SELECT set_config('app.audience', '{0}', true);
      INSERT INTO failed_mails (id, kind, person_id, address, fault, answer, state, failed_at)
        SELECT notification_id, kind, recipient_id, address, 'UNCLEAR', coalesce(error, ''), 'FAILED', coalesce(finished_at, created_at)
        FROM mail_deliveries JOIN notifications ON notifications.id = notification_id WHERE state = 'FAILED';
      INSERT INTO failed_mails (id, kind, person_id, address, fault, answer, state, failed_at)
        SELECT digests.id, 'digest-' || lower(period), person_id, people.mail, 'UNCLEAR', coalesce(error, ''), 'FAILED',
          coalesce(finished_at, of_day)
        FROM digests JOIN people ON people.id = person_id WHERE state = 'FAILED';
      SELECT set_config('app.audience', '{}', true);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE failed_mails;`);
  }
}
