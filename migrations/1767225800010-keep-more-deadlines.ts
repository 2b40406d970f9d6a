import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds of comments and objections to minutes have deadlines as everything else has, and what is due at a conference is
 * due on its first day, as soon as it is planned and wherever it is moved.
 */
export class KeepMoreDeadlines1767225800010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      checks(
        `'WRITTEN_PROCEDURE', 'FOLLOW_UP', 'COMMENT_ROUND', 'MINUTES_OBJECTION'`,
        `'conference', 'writtenProcedure', 'followUp', 'commentRound', 'minutes'`,
        `'WEEKS_BEFORE', 'DAYS_BEFORE', 'BEGIN_OF_CONFERENCE', 'END_OF_CONFERENCE', 'FIXED'`,
      ),
    );
    await queryRunner.query(ofMinutes);
    await queryRunner.query(
      'DROP TRIGGER deadlines_of_follow_up ON follow_ups; DROP FUNCTION deadlines_of_follow_up()',
    );
    await queryRunner.query(ofFollowUps);
    await queryRunner.query(existing);
  }

  /** The rows that nobody knew before go: nothing may be left that the narrower conditions refuse. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER deadlines_of_follow_ups_due ON conferences;
      DROP TRIGGER deadlines_of_follow_up ON follow_ups;
      DROP TRIGGER deadlines_of_minutes ON minutes;
      DROP FUNCTION deadlines_of_follow_ups_due();
      DROP FUNCTION deadlines_of_follow_up();
      DROP FUNCTION keep_deadline_of_follow_up(follow_ups);
      DROP FUNCTION deadlines_of_minutes();
      ALTER TABLE deadlines NO FORCE ROW LEVEL SECURITY;
      DELETE FROM deadlines WHERE kind IN ('COMMENT_ROUND', 'MINUTES_OBJECTION') OR basis = 'BEGIN_OF_CONFERENCE';
      ALTER TABLE deadlines FORCE ROW LEVEL SECURITY;
    `);
    await queryRunner.query(
      checks(
        `'WRITTEN_PROCEDURE', 'FOLLOW_UP'`,
        `'conference', 'writtenProcedure', 'followUp'`,
        `'WEEKS_BEFORE', 'DAYS_BEFORE', 'END_OF_CONFERENCE', 'FIXED'`,
      ),
    );
    await queryRunner.query(ofFollowUpsBefore);
  }
}

const checks = (otherKinds: string, subjects: string, bases: string): string => `
  ALTER TABLE deadlines
    DROP CONSTRAINT deadlines_kind, DROP CONSTRAINT deadlines_subject, DROP CONSTRAINT deadlines_basis,
    ADD CONSTRAINT deadlines_kind CHECK (kind IN ('COMMITTEE_REGISTRATION', 'COMMITTEE_SESSIONS', 'DIRECT_REGISTRATION',
      'AGENDA_DRAFT', 'PRE_CONFERENCE', 'FINAL_PAPERS', 'RELEASE_OBJECTION', ${otherKinds})),
    ADD CONSTRAINT deadlines_subject CHECK (subject_kind IN (${subjects})),
    ADD CONSTRAINT deadlines_basis CHECK (basis IN (${bases})
      AND (basis IN ('WEEKS_BEFORE', 'DAYS_BEFORE')) = (basis_count IS NOT NULL))`;

/**
 * From the circulation on, until when somebody may object; another version may give more time. Minutes are agreed only
 * after it: that it is over is noted by the sweep, as for every other deadline.
 */
const ofMinutes = `
  CREATE FUNCTION deadlines_of_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO deadlines AS known (id, kind, subject_kind, subject_id, conference_id, addressee, basis, due_at,
        original_due_at, state, audience)
      VALUES (gen_random_uuid(), 'MINUTES_OBJECTION', 'minutes', NEW.id, NEW.conference_id, NEW.body_codes[1], 'FIXED',
        NEW.objections_until, NEW.objections_until, CASE NEW.state WHEN 'AGREED' THEN 'PASSED' ELSE 'OPEN' END, NEW.audience)
      ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at,
        state = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.state ELSE EXCLUDED.state END,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (known.due_at, known.audience) IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.audience);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_minutes AFTER INSERT OR UPDATE ON minutes FOR EACH ROW
    WHEN (NEW.objections_until IS NOT NULL) EXECUTE FUNCTION deadlines_of_minutes()`;

/**
 * What is due at a conference stands on the timeline of that one, as soon as it is planned. Whoever plans or moves it need
 * not see all that is due there, so the rows are written as the system.
 */
const ofFollowUps = `
  CREATE FUNCTION keep_deadline_of_follow_up(given follow_ups) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      asking text := current_setting('app.audience', true);
      state_now text := CASE WHEN given.state IN ('OPEN', 'IN_PROGRESS', 'EXTENDED') THEN 'OPEN' ELSE 'SETTLED' END;
      due record;
    BEGIN
      PERFORM set_config('app.audience', '{0}', true);
      SELECT CASE given.due_kind WHEN 'DAY' THEN origin.id ELSE planned.id END AS conference_id,
             CASE given.due_kind WHEN 'DAY' THEN 'FIXED' ELSE 'BEGIN_OF_CONFERENCE' END AS basis,
             end_of_berlin_day(CASE given.due_kind WHEN 'DAY' THEN given.due_day ELSE planned.starts_on END) AS at
        INTO due FROM resolutions JOIN conferences AS origin ON origin.id = resolutions.conference_id
        LEFT JOIN conferences AS planned ON given.due_kind = 'CONFERENCE' AND planned.profile_code = origin.profile_code
          AND (planned.season, planned.year) = (given.due_season, given.due_year) AND planned.state <> 'CANCELLED'
        WHERE resolutions.id = given.resolution_id;
      IF due.at IS NULL THEN
        UPDATE deadlines SET state = 'SETTLED', revision = revision + 1
          WHERE subject_id = given.id AND kind = 'FOLLOW_UP' AND state <> 'SETTLED';
      ELSE
        INSERT INTO deadlines AS known (id, kind, subject_kind, subject_id, conference_id, addressee, basis, due_at,
          original_due_at, state, audience)
        VALUES (gen_random_uuid(), 'FOLLOW_UP', 'followUp', given.id, due.conference_id,
          coalesce(given.addressee_code, given.addressee_kind), due.basis, due.at, due.at, state_now, given.audience)
        ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at, conference_id = EXCLUDED.conference_id,
          basis = EXCLUDED.basis,
          state = CASE WHEN EXCLUDED.state = 'OPEN' AND known.state = 'PASSED' AND known.due_at = EXCLUDED.due_at
                       THEN 'PASSED' ELSE EXCLUDED.state END,
          set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
          audience = EXCLUDED.audience, revision = known.revision + 1
        WHERE (known.due_at, known.conference_id, known.basis, known.state = 'SETTLED', known.audience) IS DISTINCT FROM
          (EXCLUDED.due_at, EXCLUDED.conference_id, EXCLUDED.basis, EXCLUDED.state = 'SETTLED', EXCLUDED.audience);
      END IF;
      PERFORM set_config('app.audience', asking, true);
    END $$;

  CREATE FUNCTION deadlines_of_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_deadline_of_follow_up(NEW);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_follow_up AFTER INSERT OR UPDATE ON follow_ups
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_follow_up();

  CREATE FUNCTION deadlines_of_follow_ups_due() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      asking text := current_setting('app.audience', true);
    BEGIN
      PERFORM set_config('app.audience', '{0}', true);
      PERFORM keep_deadline_of_follow_up(follow_ups)
        FROM follow_ups JOIN resolutions ON resolutions.id = resolution_id
        JOIN conferences AS origin ON origin.id = resolutions.conference_id
        WHERE due_kind = 'CONFERENCE' AND origin.profile_code = NEW.profile_code
          AND (due_season, due_year) IN ((NEW.season, NEW.year), (OLD.season, OLD.year));
      PERFORM set_config('app.audience', asking, true);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_follow_ups_due AFTER INSERT OR UPDATE OF starts_on, season, year, state ON conferences
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_follow_ups_due()`;

/** Those alone that are due on a day of their own. */
const ofFollowUpsBefore = `
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
  UPDATE minutes SET revision = revision;
  UPDATE follow_ups SET revision = revision;
  UPDATE deadlines SET state = 'PASSED' WHERE state = 'OPEN' AND due_at <= now() AND basis = 'BEGIN_OF_CONFERENCE'`;
