import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every deadline is a row: what it is, what it follows from, until when, and whether it is over. The instant itself stays a
 * column of what it closes, where each act checks it in its own transaction; the database keeps column and row equal,
 * whichever of the two is written. A conference cancelled later in the order of migrations is read by its name of the
 * column, for here the column does not exist yet.
 */
export class KeepDeadlinesAsRows1767225702010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
    await queryRunner.query(ofConferences);
    await queryRunner.query(toConferences);
    await queryRunner.query(ofWrittenProcedures);
    await queryRunner.query(ofFollowUps);
    await queryRunner.query(existing);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER deadlines_of_follow_up ON follow_ups;
      DROP TRIGGER deadlines_of_written_procedure ON written_procedures;
      DROP TRIGGER deadlines_of_conference ON conferences;
      DROP FUNCTION deadlines_of_follow_up();
      DROP FUNCTION deadlines_of_written_procedure();
      DROP FUNCTION deadlines_of_conference();
      DROP TABLE deadlines;
      DROP FUNCTION deadline_to_conference();
      DROP FUNCTION end_of_berlin_day(date);
    `);
  }
}

const tables = `
  -- 23:59:59 in Berlin, whatever the length of the day.
  CREATE FUNCTION end_of_berlin_day(day date) RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT (day + time '23:59:59') AT TIME ZONE 'Europe/Berlin' $$;

  CREATE TABLE deadlines (
    id uuid CONSTRAINT deadlines_pkey PRIMARY KEY,
    kind text NOT NULL CONSTRAINT deadlines_kind CHECK (kind IN ('COMMITTEE_REGISTRATION', 'COMMITTEE_SESSIONS',
      'DIRECT_REGISTRATION', 'AGENDA_DRAFT', 'PRE_CONFERENCE', 'FINAL_PAPERS', 'RELEASE_OBJECTION',
      'WRITTEN_PROCEDURE', 'FOLLOW_UP')),
    subject_kind text NOT NULL CONSTRAINT deadlines_subject
      CHECK (subject_kind IN ('conference', 'writtenProcedure', 'followUp')),
    subject_id uuid NOT NULL,
    conference_id uuid NOT NULL,
    addressee text,
    basis text NOT NULL CONSTRAINT deadlines_basis
      CHECK (basis IN ('WEEKS_BEFORE', 'DAYS_BEFORE', 'END_OF_CONFERENCE', 'FIXED')
        AND (basis IN ('WEEKS_BEFORE', 'DAYS_BEFORE')) = (basis_count IS NOT NULL)),
    basis_count int,
    opens_at timestamptz,
    due_at timestamptz NOT NULL,
    original_due_at timestamptz NOT NULL,
    state text NOT NULL CONSTRAINT deadlines_state CHECK (state IN ('OPEN', 'PASSED', 'SETTLED')),
    set_at timestamptz NOT NULL DEFAULT now(),
    revision int NOT NULL DEFAULT 1,
    audience int[] NOT NULL CONSTRAINT deadlines_audience CHECK (0 = ANY (audience)),
    CONSTRAINT deadlines_once UNIQUE (subject_id, kind)
  );
  CREATE INDEX deadlines_open ON deadlines (due_at, id) WHERE state = 'OPEN';
  CREATE INDEX deadlines_conference ON deadlines (conference_id, due_at, id)`;

const security = `
  ALTER TABLE deadlines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON deadlines FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON deadlines FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY changes ON deadlines FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON deadlines TO km_app`;

/** Guests know that a conference takes place, and no more. What was over when it was noted is over. */
const ofConferences = `
  CREATE FUNCTION deadlines_of_conference() RETURNS trigger LANGUAGE plpgsql AS $$
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
        planned.opens_at, planned.due_at, planned.due_at, state_now, seen_by
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
          ('RELEASE_OBJECTION', NULL, end_of_berlin_day(NEW.ends_on), NULL)
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
    END $$;
  CREATE TRIGGER deadlines_of_conference AFTER INSERT OR UPDATE ON conferences
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_conference()`;

/** The other way round, when the deadline itself is moved. Where both are equal already nothing is written. */
const toConferences = `
  CREATE FUNCTION deadline_to_conference() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE due_on date := (NEW.due_at AT TIME ZONE 'Europe/Berlin')::date;
    BEGIN
      CASE NEW.kind
        WHEN 'COMMITTEE_REGISTRATION' THEN UPDATE conferences SET registration_deadline = NEW.due_at
          WHERE id = NEW.subject_id AND registration_deadline <> NEW.due_at;
        WHEN 'COMMITTEE_SESSIONS' THEN UPDATE conferences SET committees_to = due_on
          WHERE id = NEW.subject_id AND committees_to <> due_on;
        WHEN 'DIRECT_REGISTRATION' THEN UPDATE conferences SET direct_registration_deadline = NEW.due_at
          WHERE id = NEW.subject_id AND direct_registration_deadline <> NEW.due_at;
        WHEN 'AGENDA_DRAFT' THEN UPDATE conferences SET agenda_draft_deadline = NEW.due_at
          WHERE id = NEW.subject_id AND agenda_draft_deadline <> NEW.due_at;
        WHEN 'PRE_CONFERENCE' THEN UPDATE conferences SET pre_conference_on = due_on
          WHERE id = NEW.subject_id AND pre_conference_on <> due_on;
        WHEN 'FINAL_PAPERS' THEN UPDATE conferences SET final_papers_deadline = NEW.due_at
          WHERE id = NEW.subject_id AND final_papers_deadline <> NEW.due_at;
        ELSE NULL;
      END CASE;
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadline_to_conference AFTER UPDATE OF due_at ON deadlines FOR EACH ROW
    WHEN (OLD.due_at <> NEW.due_at AND NEW.subject_kind = 'conference') EXECUTE FUNCTION deadline_to_conference()`;

/** The deadline printed in the invitation; a procedure that ended by it has let it pass, any other end settles it. */
const ofWrittenProcedures = `
  CREATE FUNCTION deadlines_of_written_procedure() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state_now text := CASE WHEN NEW.state = 'RUNNING' THEN 'OPEN'
      WHEN NEW.ended_early_at IS NULL AND NEW.state IN ('ADOPTED', 'FAILED') THEN 'PASSED' ELSE 'SETTLED' END;
    BEGIN
      IF NEW.closes_at IS NULL THEN RETURN NULL; END IF;
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
      VALUES (gen_random_uuid(), 'WRITTEN_PROCEDURE', 'writtenProcedure', NEW.id, NEW.conference_id, 'FIXED', NEW.closes_at, NEW.closes_at,
        state_now, NEW.audience)
      ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at, state = EXCLUDED.state,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (known.due_at, known.state, known.audience) IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.state, EXCLUDED.audience);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_written_procedure AFTER INSERT OR UPDATE ON written_procedures
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_written_procedure()`;

/** Those that are due on a day of their own; what is due at a conference is due when that begins. */
const ofFollowUps = `
  CREATE FUNCTION deadlines_of_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state_now text := CASE WHEN NEW.state IN ('OPEN', 'IN_PROGRESS', 'EXTENDED') AND NEW.due_kind = 'DAY'
      THEN 'OPEN' ELSE 'SETTLED' END;
    BEGIN
      IF NEW.due_kind <> 'DAY' THEN
        UPDATE deadlines SET state = 'SETTLED', revision = revision + 1 WHERE subject_id = NEW.id AND state <> 'SETTLED';
        RETURN NULL;
      END IF;
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, addressee, basis, due_at, original_due_at, state, audience)
      SELECT gen_random_uuid(), 'FOLLOW_UP', 'followUp', NEW.id, conference_id, coalesce(NEW.addressee_code, NEW.addressee_kind), 'FIXED', end_of_berlin_day(NEW.due_day),
        end_of_berlin_day(NEW.due_day), state_now, NEW.audience
      FROM resolutions WHERE id = NEW.resolution_id
      ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at,
        state = CASE WHEN EXCLUDED.state = 'OPEN' AND known.state = 'PASSED' AND known.due_at = EXCLUDED.due_at
                     THEN 'PASSED' ELSE EXCLUDED.state END,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (known.due_at, known.state = 'SETTLED', known.audience)
        IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.state = 'SETTLED', EXCLUDED.audience);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_follow_up AFTER INSERT OR UPDATE ON follow_ups
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_follow_up()`;

/** What exists already gets its rows by the same triggers; what is over needs nobody to say so once more. */
const existing = `
  SELECT set_config('app.audience', '{0}', true);
  UPDATE conferences SET revision = revision;
  UPDATE written_procedures SET revision = revision;
  UPDATE follow_ups SET revision = revision;
  UPDATE deadlines SET state = 'PASSED' WHERE state = 'OPEN' AND due_at <= now()
    AND subject_kind = 'conference'`;
