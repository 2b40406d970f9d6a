import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the technical administration sees: deliveries that were given up, by their kind and never by their contents; how
 * scheduled jobs ended; which workers are there. Why a job failed is kept as a class and a code: the words of an error
 * may quote a paper. A delivery may be run again, each time under another number, for queues remember the old one.
 */
export class KeepDeadLetters1767225804010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
    await queryRunner.query(existing);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      UPDATE job_deliveries SET state = 'FAILED' WHERE state = 'AGAIN';
      DROP TABLE worker_presence;
      DROP TABLE scheduled_runs;
      DROP TABLE dead_letters;
      ALTER TABLE job_deliveries DROP CONSTRAINT job_deliveries_state, DROP run, ADD error text,
        ADD CONSTRAINT job_deliveries_state CHECK (state IN ('DONE', 'FAILED'));
      DROP FUNCTION actor_is_technician();
      SELECT set_config('app.audience', '', true);
    `);
  }
}

const tables = `
  CREATE FUNCTION actor_is_technician() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT 204 = ANY (actor_audience()) $$;

  ALTER TABLE job_deliveries DROP CONSTRAINT job_deliveries_state, DROP error, ADD run int NOT NULL DEFAULT 0,
    ADD CONSTRAINT job_deliveries_state CHECK (state IN ('DONE', 'FAILED', 'AGAIN'));

  CREATE TABLE dead_letters (
    id uuid CONSTRAINT dead_letters_pkey PRIMARY KEY,
    outbox_id uuid NOT NULL CONSTRAINT dead_letters_outbox REFERENCES outbox (id) ON DELETE CASCADE,
    job_name text NOT NULL,
    event text NOT NULL,
    record_kind text NOT NULL,
    state text NOT NULL CONSTRAINT dead_letters_state CHECK (state IN ('GIVEN_UP', 'RUNNING_AGAIN', 'SOLVED')),
    attempts int NOT NULL,
    failure text NOT NULL,
    failure_code text,
    occurred_at timestamptz NOT NULL,
    first_failed_at timestamptz NOT NULL,
    last_failed_at timestamptz NOT NULL,
    revision int NOT NULL DEFAULT 1,
    CONSTRAINT dead_letters_once UNIQUE (outbox_id, job_name)
  );
  CREATE INDEX dead_letters_latest ON dead_letters (last_failed_at, id);

  CREATE TABLE scheduled_runs (
    job_name text CONSTRAINT scheduled_runs_pkey PRIMARY KEY,
    every_seconds int NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    outcome text NOT NULL CONSTRAINT scheduled_runs_outcome CHECK (outcome IN ('DONE', 'FAILED')),
    failure text,
    failure_code text,
    last_done_at timestamptz
  );

  CREATE TABLE worker_presence (
    id uuid CONSTRAINT worker_presence_pkey PRIMARY KEY,
    host text NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    is_stopping boolean NOT NULL DEFAULT false
  );`;

const security = ['dead_letters', 'scheduled_runs', 'worker_presence']
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY keeps ON ${table} USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
  CREATE POLICY watches ON ${table} FOR SELECT USING ((SELECT actor_is_technician()));
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO km_app;`,
  )
  .concat('CREATE POLICY revives ON dead_letters FOR UPDATE USING ((SELECT actor_is_technician()));')
  .join('\n');

/** What was given up before this day; how often it was tried is not known any more, and why is not kept. */
const existing = `
  SELECT set_config('app.audience', '{0}', true);
  INSERT INTO dead_letters (id, outbox_id, job_name, event, record_kind, state, attempts, failure, occurred_at,
    first_failed_at, last_failed_at)
  SELECT gen_random_uuid(), outbox_id, job_name, event, record_kind, 'GIVEN_UP', 1, 'OTHER', occurred_at,
    finished_at, finished_at
  FROM job_deliveries JOIN outbox ON outbox.id = outbox_id WHERE state = 'FAILED';
  SELECT set_config('app.audience', '', true);`;
