import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a deadline closes is closed by the sweep, which notes that it has passed: no record lets its own deadline pass any
 * more. The time for objections to releases is over at the instant at which the main session is concluded, and the row
 * says so; what can be objected to until another instant has a row of its own.
 */
export class CloseByTheSweep1767225800020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(checks(`, 'release'`, `, 'END_OF_SESSION'`));
    await queryRunner.query(
      ofConferences({
        state: `CASE WHEN planned.kind = 'RELEASE_OBJECTION' AND state_now = 'PASSED' THEN 'OPEN' ELSE state_now END`,
        endOfObjections: endOfObjections,
      }),
    );
    await queryRunner.query(
      ofWrittenProcedures(`CASE EXCLUDED.state WHEN 'PASSED' THEN known.state ELSE EXCLUDED.state END`),
    );
    await queryRunner.query(ofReleases);
    await queryRunner.query(withSession(ofSession));
    await queryRunner.query(existing);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(withSession(''));
    await queryRunner.query(ofWrittenProcedures('EXCLUDED.state'));
    await queryRunner.query(ofConferences({ state: 'state_now', endOfObjections: 'end_of_berlin_day(NEW.ends_on)' }));
    await queryRunner.query(`
      DROP TRIGGER deadlines_of_release ON releases;
      DROP FUNCTION deadlines_of_release();
      ALTER TABLE deadlines NO FORCE ROW LEVEL SECURITY;
      DELETE FROM deadlines WHERE subject_kind = 'release';
      UPDATE deadlines SET basis = 'END_OF_CONFERENCE' WHERE basis = 'END_OF_SESSION';
      ALTER TABLE deadlines FORCE ROW LEVEL SECURITY;
    `);
    await queryRunner.query(checks('', ''));
  }
}

const checks = (otherSubject: string, otherBasis: string): string => `
  ALTER TABLE deadlines DROP CONSTRAINT deadlines_subject, DROP CONSTRAINT deadlines_basis,
    ADD CONSTRAINT deadlines_subject CHECK (subject_kind IN ('conference', 'writtenProcedure', 'followUp', 'commentRound',
      'minutes'${otherSubject})),
    ADD CONSTRAINT deadlines_basis CHECK (basis IN ('WEEKS_BEFORE', 'DAYS_BEFORE', 'BEGIN_OF_CONFERENCE',
      'END_OF_CONFERENCE', 'FIXED'${otherBasis})
      AND (basis IN ('WEEKS_BEFORE', 'DAYS_BEFORE')) = (basis_count IS NOT NULL))`;

/** As soon as the main session has been concluded, that instant. */
const endOfObjections = `least(end_of_berlin_day(NEW.ends_on), (SELECT due_at FROM deadlines
            WHERE subject_id = NEW.id AND kind = 'RELEASE_OBJECTION' AND basis = 'END_OF_SESSION'))`;

interface OfConferences {
  readonly state: string;
  readonly endOfObjections: string;
}

/** As before, except that what closes something is never over before the sweep has closed it. */
const ofConferences = ({ state, endOfObjections: end }: OfConferences): string => `
  CREATE OR REPLACE FUNCTION deadlines_of_conference() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      seen_by int[] := array(SELECT code FROM unnest(NEW.audience) AS code WHERE code >= 0 AND code <> 203);
      state_now text := CASE WHEN to_jsonb(NEW) ->> 'state' = 'CANCELLED' THEN 'SETTLED'
                             WHEN NEW.ends_on < current_date THEN 'PASSED' ELSE 'OPEN' END;
    BEGIN
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, basis, basis_count, opens_at, due_at, original_due_at, state, audience)
      SELECT gen_random_uuid(), planned.kind, 'conference', NEW.id, NEW.id,
        CASE WHEN planned.kind = 'RELEASE_OBJECTION' THEN 'END_OF_CONFERENCE'
             WHEN follows.profile THEN profile.unit || '_BEFORE' ELSE 'FIXED' END,
        CASE WHEN follows.profile THEN planned.count END,
        planned.opens_at, planned.due_at, planned.due_at, ${state}, seen_by
      FROM (SELECT CASE NEW.season WHEN 'SPECIAL' THEN special_schedule_unit ELSE 'WEEKS' END AS unit, conference_profiles.*
            FROM conference_profiles WHERE code = NEW.profile_code) AS profile,
        LATERAL (VALUES
          ('COMMITTEE_REGISTRATION', NULL::timestamptz, NEW.registration_deadline, registration_weeks),
          ('COMMITTEE_SESSIONS', NEW.committees_from::timestamp AT TIME ZONE 'Europe/Berlin',
            end_of_berlin_day(NEW.committees_to), committees_to_weeks),
          ('DIRECT_REGISTRATION', NULL, NEW.direct_registration_deadline, direct_registration_weeks),
          ('AGENDA_DRAFT', NULL, NEW.agenda_draft_deadline, agenda_draft_weeks),
          ('PRE_CONFERENCE', NULL, end_of_berlin_day(NEW.pre_conference_on), pre_conference_weeks),
          ('FINAL_PAPERS', NULL, NEW.final_papers_deadline, final_papers_weeks),
          ('RELEASE_OBJECTION', NULL, ${end}, NULL)
        ) AS planned (kind, opens_at, due_at, count),
        LATERAL (SELECT coalesce(planned.due_at = end_of_berlin_day(
          NEW.starts_on - planned.count * CASE profile.unit WHEN 'WEEKS' THEN 7 ELSE 1 END), false)) AS follows (profile)
      ON CONFLICT (subject_id, kind) DO UPDATE SET
        -- What moved as far as the first day did still follows from what it followed from.
        (basis, basis_count) = (SELECT CASE WHEN along THEN known.basis ELSE EXCLUDED.basis END,
                                       CASE WHEN along THEN known.basis_count ELSE EXCLUDED.basis_count END
          FROM (SELECT known.due_at = EXCLUDED.due_at OR coalesce(
            (EXCLUDED.due_at AT TIME ZONE 'Europe/Berlin')::date - (known.due_at AT TIME ZONE 'Europe/Berlin')::date
              = NEW.starts_on - OLD.starts_on, false)) AS kept (along)),
        opens_at = EXCLUDED.opens_at,
        due_at = EXCLUDED.due_at,
        state = CASE WHEN EXCLUDED.state = 'SETTLED' THEN 'SETTLED'
                     WHEN known.due_at <> EXCLUDED.due_at OR known.state = 'SETTLED' THEN 'OPEN' ELSE known.state END,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience,
        revision = known.revision + 1
      WHERE (known.due_at, known.opens_at, known.audience, known.state = 'SETTLED')
        IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.opens_at, EXCLUDED.audience, EXCLUDED.state = 'SETTLED');
      RETURN NULL;
    END $$`;

/** As before, except that a procedure that ended by its deadline leaves it to the sweep to let it pass. */
const ofWrittenProcedures = (state: string): string => `
  CREATE OR REPLACE FUNCTION deadlines_of_written_procedure() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state_now text := CASE WHEN NEW.state = 'RUNNING' THEN 'OPEN'
      WHEN NEW.ended_early_at IS NULL AND NEW.state IN ('ADOPTED', 'FAILED') THEN 'PASSED' ELSE 'SETTLED' END;
    BEGIN
      IF NEW.closes_at IS NULL THEN RETURN NULL; END IF;
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
      VALUES (gen_random_uuid(), 'WRITTEN_PROCEDURE', 'writtenProcedure', NEW.id, NEW.conference_id, 'FIXED', NEW.closes_at, NEW.closes_at,
        state_now, NEW.audience)
      ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at, state = ${state},
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (known.due_at, known.state, known.audience) IS DISTINCT FROM (EXCLUDED.due_at, ${state}, EXCLUDED.audience);
      RETURN NULL;
    END $$`;

/**
 * Most can be objected to until the session ends, which is the deadline of the conference. What came about later, and what
 * was voted on in writing, has an instant of its own; where that is over from the beginning nothing is left to wait for.
 */
const ofReleases = `
  CREATE FUNCTION deadlines_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      asking text := current_setting('app.audience', true);
    BEGIN
      PERFORM set_config('app.audience', '{0}', true);
      -- Whoever concludes the session meanwhile waits, and then finds this release.
      PERFORM FROM deadlines WHERE TG_OP = 'INSERT' AND subject_id = NEW.conference_id AND kind = 'RELEASE_OBJECTION' FOR SHARE;
      IF EXISTS (SELECT FROM deadlines WHERE subject_id = NEW.id AND kind = 'RELEASE_OBJECTION')
        OR (OLD.objections_until IS DISTINCT FROM NEW.objections_until AND NOT EXISTS (SELECT FROM deadlines
          WHERE subject_id = NEW.conference_id AND kind = 'RELEASE_OBJECTION' AND due_at = NEW.objections_until
            AND state <> 'SETTLED'))
      THEN
        INSERT INTO deadlines AS known
          (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
        VALUES (gen_random_uuid(), 'RELEASE_OBJECTION', 'release', NEW.id, NEW.conference_id, 'FIXED', NEW.objections_until,
          NEW.objections_until, 'OPEN', NEW.audience)
        ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at, audience = EXCLUDED.audience,
          state = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.state ELSE 'OPEN' END,
          set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END, revision = known.revision + 1
        WHERE (known.due_at, known.audience) IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.audience);
      END IF;
      PERFORM set_config('app.audience', asking, true);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_release AFTER INSERT OR UPDATE ON releases FOR EACH ROW
    WHEN (NEW.state IN ('PROPOSED', 'BLOCKED') AND NEW.objections_until > NEW.proposed_at)
    EXECUTE FUNCTION deadlines_of_release()`;

/** Before the releases, so that they find the deadline that they share. */
const ofSession = `
          UPDATE deadlines SET due_at = NEW.occurred_at, set_at = NEW.occurred_at, basis = 'END_OF_SESSION', state = 'OPEN',
              revision = deadlines.revision + 1
            FROM sessions
            WHERE sessions.id = NEW.record_id AND sessions.body_code = 'MAIN_CONFERENCE'
              AND deadlines.subject_id = sessions.conference_id AND deadlines.kind = 'RELEASE_OBJECTION'
              AND deadlines.state <> 'SETTLED' AND deadlines.due_at > NEW.occurred_at;`;

const withSession = (deadline: string): string => `
  CREATE OR REPLACE FUNCTION objections_end_with_session() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          asking text := current_setting('app.audience', true);
        BEGIN
          PERFORM set_config('app.audience', '{0}', true);${deadline}
          UPDATE releases SET objections_until = NEW.occurred_at
            FROM sessions
            WHERE sessions.id = NEW.record_id AND sessions.body_code = 'MAIN_CONFERENCE'
              AND releases.conference_id = sessions.conference_id AND releases.state IN ('PROPOSED', 'BLOCKED')
              AND releases.objections_until > NEW.occurred_at;
          PERFORM set_config('app.audience', asking, true);
          RETURN NULL;
        END $$`;

/** Releases that wait get what they wait for. */
const existing = `
  SELECT set_config('app.audience', '{0}', true);
  INSERT INTO deadlines (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
  SELECT gen_random_uuid(), 'RELEASE_OBJECTION', 'release', id, conference_id, 'FIXED', objections_until, objections_until,
    'OPEN', audience
  FROM releases WHERE state IN ('PROPOSED', 'BLOCKED') AND NOT EXISTS (SELECT FROM deadlines
    WHERE subject_id = releases.conference_id AND kind = 'RELEASE_OBJECTION' AND due_at = objections_until AND state = 'OPEN')`;
