import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which job has dealt with which message, so that no effect happens twice; who caused a message; waking the relay. */
export class DeliverOutboxMessagesOnce1767225603000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE outbox
        ADD actor_person_id uuid DEFAULT actor_person_id(),
        ADD request_id text DEFAULT nullif(current_setting('app.request_id', true), '');

      CREATE TABLE job_deliveries (
        outbox_id uuid NOT NULL CONSTRAINT job_deliveries_outbox REFERENCES outbox (id) ON DELETE CASCADE,
        job_name text NOT NULL,
        state text NOT NULL CONSTRAINT job_deliveries_state CHECK (state IN ('DONE', 'FAILED')),
        error text,
        finished_at timestamptz NOT NULL,
        CONSTRAINT job_deliveries_once PRIMARY KEY (outbox_id, job_name)
      );
      ALTER TABLE job_deliveries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY relays ON job_deliveries USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE, DELETE ON job_deliveries TO km_app;

      CREATE FUNCTION outbox_wakes_relay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('outbox', '');
          RETURN NULL;
        END $$;
      CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wakes_relay();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER outbox_wakes_relay ON outbox;
      DROP FUNCTION outbox_wakes_relay();
      DROP TABLE job_deliveries;
      ALTER TABLE outbox DROP request_id, DROP actor_person_id;
    `);
  }
}
