import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether each object may become public, and the objections of parties. An objection is seen by its own party and the
 * system alone; that there is one shows in the state of the release. What somebody objects to cannot be released.
 */
export class CreateReleases1767225611010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guard);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE release_objections;
      DROP TABLE releases;
      DROP FUNCTION release_needs_no_objection();
    `);
  }
}

const tables = `
  CREATE TABLE releases (
    id uuid PRIMARY KEY,
    object_kind text NOT NULL CONSTRAINT releases_object_kind
      CHECK (object_kind IN ('RESOLUTION', 'ATTACHMENT', 'STATEMENT', 'CORRECTION')),
    object_id uuid NOT NULL,
    topic_id uuid NOT NULL,
    conference_id uuid NOT NULL CONSTRAINT releases_conference_fk REFERENCES conferences,
    title text NOT NULL,
    classification text NOT NULL,
    release_wish boolean NOT NULL,
    state text NOT NULL CONSTRAINT releases_state
      CHECK (state IN ('PROPOSED', 'BLOCKED', 'RELEASED', 'PUBLISHED', 'WITHDRAWN')),
    objections_until timestamptz NOT NULL,
    proposed_at timestamptz NOT NULL,
    released_at timestamptz,
    published_at timestamptz,
    withdrawn_at timestamptz,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT releases_audience CHECK (0 = ANY (audience) AND 0 <= ALL (audience)),
    CONSTRAINT releases_one_per_object UNIQUE (object_kind, object_id),
    CONSTRAINT releases_never_of_classified CHECK (
      state IN ('PROPOSED', 'BLOCKED') OR classification IN ('PUBLIC', 'INTERNAL') AND release_wish),
    CONSTRAINT releases_published_at CHECK (
      state NOT IN ('PUBLISHED', 'WITHDRAWN') OR published_at IS NOT NULL AND released_at IS NOT NULL)
  );
  CREATE INDEX releases_topic ON releases (topic_id);
  CREATE INDEX releases_conference ON releases (conference_id);

  CREATE TABLE release_objections (
    id uuid PRIMARY KEY,
    release_id uuid NOT NULL CONSTRAINT release_objections_release_fk REFERENCES releases,
    party text NOT NULL CONSTRAINT release_objections_party REFERENCES parties,
    state text NOT NULL CONSTRAINT release_objections_state CHECK (state IN ('STANDING', 'WITHDRAWN')),
    reason text,
    objected_by text NOT NULL,
    objected_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT release_objections_audience
      CHECK (0 = ANY (audience) AND cardinality(audience) = 2),
    CONSTRAINT release_objections_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX release_objections_one_standing ON release_objections (release_id, party)
    WHERE state = 'STANDING'`;

/** Looks with the eyes of the system, says yes or no, and forgets what it saw. */
const guard = `
  CREATE FUNCTION release_needs_no_objection() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      asking text := current_setting('app.audience', true);
      is_blocked boolean;
    BEGIN
      PERFORM set_config('app.audience', '{0}', true);
      SELECT EXISTS (SELECT FROM release_objections WHERE release_id = NEW.id AND state = 'STANDING') INTO is_blocked;
      PERFORM set_config('app.audience', asking, true);
      IF is_blocked THEN
        RAISE EXCEPTION 'nothing is released against an objection' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER release_needs_no_objection BEFORE INSERT OR UPDATE ON releases FOR EACH ROW
    WHEN (NEW.state <> 'BLOCKED') EXECUTE FUNCTION release_needs_no_objection()`;

const security = [
  ...['releases', 'release_objections'].map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
  ),
  'CREATE POLICY sees ON releases FOR SELECT USING (audience && (SELECT actor_audience()))',
  'CREATE POLICY adds ON releases FOR INSERT WITH CHECK ((SELECT actor_is_system()))',
  'CREATE POLICY changes ON releases FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)',
  'CREATE POLICY sees ON release_objections FOR SELECT USING (audience && (SELECT actor_audience()))',
  'CREATE POLICY adds ON release_objections FOR INSERT WITH CHECK (audience && (SELECT actor_audience()))',
  `CREATE POLICY changes ON release_objections FOR UPDATE USING (audience && (SELECT actor_audience()))
     WITH CHECK (audience && (SELECT actor_audience()))`,
  'GRANT SELECT, INSERT, UPDATE ON releases, release_objections TO km_app',
].join(';\n');
