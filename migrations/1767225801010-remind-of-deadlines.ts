import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rungs of the ladder of reminders go out for which kind of deadline, who was reminded of what and when, and up to
 * when the days of each calendar have been gone through. A person is reminded once of each rung of each instant: moved, a
 * deadline has another instant and so reminders of its own.
 */
export class RemindOfDeadlines1767225801010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(rules);
    await queryRunner.query(usualRules);
    await queryRunner.query(reminders);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reminder_runs; DROP TABLE reminders; DROP TABLE reminder_rules');
  }
}

const rules = `
  CREATE TABLE reminder_rules (
    id uuid CONSTRAINT reminder_rules_pkey PRIMARY KEY,
    kind text NOT NULL,
    rung text NOT NULL CONSTRAINT reminder_rules_rung
      CHECK (rung IN ('HALF_TIME', 'TWO_DAYS', 'ONE_DAY', 'OVERDUE', 'ESCALATION')),
    state text NOT NULL CONSTRAINT reminder_rules_state CHECK (state IN ('ON', 'OFF')),
    revision int NOT NULL DEFAULT 1,
    CONSTRAINT reminder_rules_once UNIQUE (kind, rung)
  );
  ALTER TABLE reminder_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY reads ON reminder_rules FOR SELECT USING ((SELECT actor_is_known()));
  CREATE POLICY switches ON reminder_rules FOR UPDATE
    USING (actor_audience() && '{0,201}'::int[]) WITH CHECK (actor_audience() && '{0,201}'::int[]);
  CREATE POLICY lays ON reminder_rules FOR INSERT WITH CHECK ((SELECT actor_is_system()));
  GRANT SELECT, UPDATE (state, revision) ON reminder_rules TO km_app`;

/**
 * A duty is reminded of step by step, and others hear of it in the end; a right once at most; and nobody of what is closed
 * already.
 */
const usualRules = `
  SELECT set_config('app.audience', '{0}', true);
  INSERT INTO reminder_rules (id, kind, rung, state)
  SELECT gen_random_uuid(), kind, rung, CASE WHEN rung = ANY (rungs_on) THEN 'ON' ELSE 'OFF' END
  FROM (VALUES
    ('COMMITTEE_REGISTRATION', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE}'::text[]),
    ('COMMITTEE_SESSIONS', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'),
    ('DIRECT_REGISTRATION', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE}'),
    ('AGENDA_DRAFT', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'),
    ('PRE_CONFERENCE', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'),
    ('FINAL_PAPERS', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'),
    ('RELEASE_OBJECTION', '{}'),
    ('WRITTEN_PROCEDURE', '{HALF_TIME,TWO_DAYS,ONE_DAY}'),
    ('FOLLOW_UP', '{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'),
    ('COMMENT_ROUND', '{HALF_TIME,TWO_DAYS,ONE_DAY}'),
    ('MINUTES_OBJECTION', '{TWO_DAYS}')
  ) AS usual (kind, rungs_on)
  CROSS JOIN unnest('{HALF_TIME,TWO_DAYS,ONE_DAY,OVERDUE,ESCALATION}'::text[]) AS rung`;

const reminders = `
  CREATE TABLE reminders (
    id uuid CONSTRAINT reminders_pkey PRIMARY KEY,
    deadline_id uuid NOT NULL CONSTRAINT reminders_deadline REFERENCES deadlines,
    -- The instant of the deadline that was reminded of; a moved one has another.
    due_at timestamptz NOT NULL,
    rung text NOT NULL CONSTRAINT reminders_rung
      CHECK (rung IN ('HALF_TIME', 'TWO_DAYS', 'ONE_DAY', 'OVERDUE', 'ESCALATION')),
    person_id uuid NOT NULL,
    because text NOT NULL,
    reminded_at timestamptz NOT NULL,
    audience int[] NOT NULL CONSTRAINT reminders_audience CHECK (0 = ANY (audience) AND audience <@ '{0,201,202}'::int[]),
    CONSTRAINT reminders_once UNIQUE (deadline_id, due_at, rung, person_id)
  );
  CREATE INDEX reminders_order ON reminders (deadline_id, reminded_at, id);
  ALTER TABLE reminders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON reminders FOR SELECT
    USING (audience && (SELECT actor_audience()) OR person_id = (SELECT actor_person_id()));
  CREATE POLICY reminds ON reminders FOR INSERT WITH CHECK ((SELECT actor_is_system()));
  GRANT SELECT, INSERT ON reminders TO km_app;

  CREATE TABLE reminder_runs (
    calendar text CONSTRAINT reminder_runs_pkey PRIMARY KEY,
    reminded_until timestamptz NOT NULL
  );
  ALTER TABLE reminder_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY remembers ON reminder_runs USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
  GRANT SELECT, INSERT, UPDATE ON reminder_runs TO km_app`;
