import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, the mails about it, and the mails kept instead of sent where no mail server is configured. */
export class NotifyPeople1767225604000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notifications (
        id uuid CONSTRAINT notifications_pkey PRIMARY KEY,
        message_id uuid NOT NULL,
        recipient_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT notifications_kind CHECK (kind IN ('topic-registered', 'topic-returned',
          'topic-accepted', 'topic-assigned', 'item-placed', 'resolution-adopted')),
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        because text NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notifications_once UNIQUE (message_id, recipient_id, kind)
      );
      CREATE INDEX notifications_of_recipient ON notifications (recipient_id, id);
      ALTER TABLE notifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON notifications FOR SELECT
        USING (recipient_id = (SELECT actor_person_id()) OR (SELECT actor_is_system()));
      CREATE POLICY tells ON notifications FOR INSERT WITH CHECK ((SELECT actor_is_system()));
      CREATE POLICY reads ON notifications FOR UPDATE USING (recipient_id = (SELECT actor_person_id()));
      GRANT SELECT, INSERT, UPDATE (read_at) ON notifications TO km_app;

      CREATE TABLE mail_deliveries (
        notification_id uuid NOT NULL CONSTRAINT mail_deliveries_notification REFERENCES notifications (id),
        address text NOT NULL,
        state text NOT NULL CONSTRAINT mail_deliveries_state CHECK (state IN ('PENDING', 'SENT', 'FAILED')),
        error text,
        finished_at timestamptz,
        CONSTRAINT mail_deliveries_once PRIMARY KEY (notification_id)
      );
      ALTER TABLE mail_deliveries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY delivers ON mail_deliveries USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE ON mail_deliveries TO km_app;

      CREATE TABLE captured_mails (
        id uuid CONSTRAINT captured_mails_pkey PRIMARY KEY,
        message_id text NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        captured_at timestamptz NOT NULL,
        CONSTRAINT captured_mails_once UNIQUE (message_id)
      );
      ALTER TABLE captured_mails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY captures ON captured_mails USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT ON captured_mails TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE captured_mails;
      DROP TABLE mail_deliveries;
      DROP TABLE notifications;
    `);
  }
}
