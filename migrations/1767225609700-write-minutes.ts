import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Minutes of sessions: versions and their entries are kept as they were written, agreed minutes do not change, and an
 * entry on a restricted topic is seen by those alone who see the topic.
 */
export class WriteMinutes1767225609700 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guards);
    await queryRunner.query(following);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER minutes_follow_topic ON topics;
      DROP FUNCTION minutes_follow_topic();
      DROP TABLE minutes_objections;
      DROP TABLE minutes_entries;
      DROP TABLE minutes_versions;
      DROP TABLE minutes;
      DROP FUNCTION minutes_objection_is_kept();
      DROP FUNCTION minutes_version_is_kept();
      DROP FUNCTION minutes_are_kept();
    `);
  }
}

const audience = (table: string): string => `
  audience int[] NOT NULL CONSTRAINT ${table}_audience
    CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience))`;

const tables = `
  CREATE TABLE minutes (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL CONSTRAINT minutes_session REFERENCES sessions CONSTRAINT minutes_one_per_session UNIQUE,
    conference_id uuid NOT NULL CONSTRAINT minutes_conference REFERENCES conferences,
    state text NOT NULL CONSTRAINT minutes_state CHECK (state IN ('DRAFT', 'CIRCULATED', 'AGREED')),
    version int NOT NULL CONSTRAINT minutes_version CHECK (version >= 1),
    objections_until timestamptz,
    circulated_at timestamptz,
    agreed_at timestamptz,
    drafted_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    revision int NOT NULL,${audience('minutes')},
    CONSTRAINT minutes_circulated CHECK ((state = 'DRAFT') = (circulated_at IS NULL)),
    CONSTRAINT minutes_period CHECK ((circulated_at IS NULL) = (objections_until IS NULL)),
    CONSTRAINT minutes_agreed CHECK ((state = 'AGREED') = (agreed_at IS NOT NULL))
  );
  CREATE INDEX minutes_of_conference ON minutes (conference_id);

  CREATE TABLE minutes_versions (
    id uuid PRIMARY KEY,
    minutes_id uuid NOT NULL CONSTRAINT minutes_versions_minutes REFERENCES minutes,
    number int NOT NULL,
    explanation text,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL,
    places jsonb NOT NULL,${audience('minutes_versions')},
    CONSTRAINT minutes_versions_once UNIQUE (minutes_id, number)
  );

  CREATE TABLE minutes_entries (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL CONSTRAINT minutes_entries_version REFERENCES minutes_versions,
    agenda_item_id uuid NOT NULL CONSTRAINT minutes_entries_agenda_item REFERENCES agenda_items,
    topic_id uuid NOT NULL,
    content jsonb NOT NULL,
    restricted_to int[],${audience('minutes_entries')},
    CONSTRAINT minutes_entries_once UNIQUE (version_id, agenda_item_id)
  );
  CREATE INDEX minutes_entries_topic ON minutes_entries (topic_id);

  CREATE TABLE minutes_objections (
    id uuid PRIMARY KEY,
    minutes_id uuid NOT NULL CONSTRAINT minutes_objections_minutes REFERENCES minutes,
    agenda_item_id uuid CONSTRAINT minutes_objections_agenda_item REFERENCES agenda_items,
    version int NOT NULL,
    party text NOT NULL CONSTRAINT minutes_objections_party REFERENCES parties,
    text text NOT NULL CONSTRAINT minutes_objections_text CHECK (text <> ''),
    state text NOT NULL CONSTRAINT minutes_objections_state
      CHECK (state IN ('OPEN', 'RESOLVED', 'REJECTED', 'WITHDRAWN')),
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    answered_at timestamptz,
    answered_by text,
    answer text,${audience('minutes_objections')},
    CONSTRAINT minutes_objections_answered CHECK ((state = 'OPEN') = (answered_at IS NULL)),
    CONSTRAINT minutes_objections_rejected_with_reason CHECK (state <> 'REJECTED' OR answer <> '')
  );
  CREATE INDEX minutes_objections_of ON minutes_objections (minutes_id)`;

const guards = `
  CREATE FUNCTION minutes_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (OLD.state <> 'AGREED' OR to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience')
        AND (NEW.id, NEW.session_id) = (OLD.id, OLD.session_id) AND NEW.version >= OLD.version
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'agreed minutes cannot be changed' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER minutes_are_kept BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_are_kept();

  CREATE FUNCTION minutes_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{audience,restricted_to}'::text[]
        = to_jsonb(OLD) - '{audience,restricted_to}'::text[] THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a version of minutes cannot be changed' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER minutes_version_is_kept BEFORE UPDATE OR DELETE ON minutes_versions
    FOR EACH ROW EXECUTE FUNCTION minutes_version_is_kept();
  CREATE TRIGGER minutes_entry_is_kept BEFORE UPDATE OR DELETE ON minutes_entries
    FOR EACH ROW EXECUTE FUNCTION minutes_version_is_kept();

  CREATE FUNCTION minutes_objection_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience'
        OR (OLD.state = 'OPEN' AND to_jsonb(NEW) - '{audience,state,answered_at,answered_by,answer}'::text[]
          = to_jsonb(OLD) - '{audience,state,answered_at,answered_by,answer}'::text[])) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'an objection that was answered cannot be changed' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER minutes_objection_is_kept BEFORE UPDATE OR DELETE ON minutes_objections
    FOR EACH ROW EXECUTE FUNCTION minutes_objection_is_kept()`;

/** Restricted entries follow the topic, within what the minutes themselves are open to. */
const following = `
  CREATE FUNCTION minutes_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE minutes_entries SET restricted_to = NEW.audience,
          audience = array(SELECT unnest(minutes_versions.audience) INTERSECT SELECT unnest(NEW.audience))
        FROM minutes_versions WHERE minutes_versions.id = version_id AND topic_id = NEW.id;
      UPDATE minutes_objections objection
        SET audience = array(SELECT unnest(minutes.audience) INTERSECT SELECT unnest(NEW.audience))
        FROM minutes, agenda_items item
        WHERE minutes.id = objection.minutes_id AND item.id = objection.agenda_item_id AND item.topic_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER minutes_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience AND NEW.classification IN ('RESTRICTED', 'VS_NFD'))
    EXECUTE FUNCTION minutes_follow_topic()`;

const security = [
  ...['minutes', 'minutes_versions', 'minutes_entries', 'minutes_objections'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  ]),
  'GRANT SELECT, INSERT, UPDATE ON minutes, minutes_objections TO km_app',
  'GRANT SELECT, INSERT, UPDATE (audience) ON minutes_versions TO km_app',
  'GRANT SELECT, INSERT, UPDATE (audience, restricted_to) ON minutes_entries TO km_app',
].join(';\n');
