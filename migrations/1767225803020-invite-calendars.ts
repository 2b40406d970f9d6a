import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a notification tells the calendar of its recipient, and by which of them calendars hold a meeting already. */
export class InviteCalendars1767225803020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE notifications ADD calendar_event jsonb CONSTRAINT notifications_calendar_event
        CHECK (calendar_event ->> 'method' IN ('REQUEST', 'CANCEL'));
      CREATE INDEX notifications_in_calendars ON notifications (record_id, recipient_id, id)
        WHERE calendar_event IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX notifications_in_calendars;
      ALTER TABLE notifications DROP calendar_event;
    `);
  }
}
