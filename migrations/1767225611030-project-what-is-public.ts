import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is public, in a schema of its own: the one place that the public side's role can read. A text stands here only as
 * it was adopted or corrected, and only while its release says "published".
 */
export class ProjectWhatIsPublic1767225611030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [tables, clauses, guards, security]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER withdrawn_is_not_public ON releases;
      DROP SCHEMA publication CASCADE;
    `);
  }
}

const tables = `
  CREATE SCHEMA publication;

  CREATE TABLE publication.conferences (
    id uuid PRIMARY KEY,
    slug text NOT NULL CONSTRAINT conferences_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$') UNIQUE,
    number int,
    is_special_session boolean NOT NULL,
    title text NOT NULL,
    place text,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    published_at timestamptz NOT NULL
  );

  CREATE TABLE publication.resolutions (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES publication.conferences,
    slug text NOT NULL CONSTRAINT resolutions_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    item_number text,
    written_procedure_number text,
    title text NOT NULL,
    subtitle text,
    adopted_on date NOT NULL,
    clauses jsonb NOT NULL,
    text_hash text NOT NULL,
    unreleased_citations text[] NOT NULL,
    published_at timestamptz NOT NULL,
    words tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', coalesce(subtitle, '')), 'B')
      || setweight(to_tsvector('german', jsonb_path_query_array(clauses, 'strict $.**.text')), 'C')) STORED,
    UNIQUE (conference_id, slug)
  );
  CREATE INDEX resolutions_words ON publication.resolutions USING gin (words);
  CREATE INDEX resolutions_adopted_on ON publication.resolutions (adopted_on DESC, id);

  CREATE TABLE publication.attachments (
    id uuid PRIMARY KEY,
    resolution_id uuid NOT NULL REFERENCES publication.resolutions ON DELETE CASCADE,
    title text NOT NULL,
    as_of date,
    originator text,
    published_at timestamptz NOT NULL
  );
  CREATE INDEX attachments_resolution ON publication.attachments (resolution_id);

  CREATE TABLE publication.statements (
    id uuid PRIMARY KEY,
    resolution_id uuid NOT NULL REFERENCES publication.resolutions ON DELETE CASCADE,
    parties text[] NOT NULL,
    body text NOT NULL,
    published_at timestamptz NOT NULL
  );
  CREATE INDEX statements_resolution ON publication.statements (resolution_id);

  CREATE TABLE publication.tombstones (
    object_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES publication.conferences,
    slug text NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    UNIQUE (conference_id, slug)
  )`;

/** Each clause with its permanent address below that of the resolution. Written by the database alone, from the text. */
const clauses = `
  CREATE TABLE publication.clauses (
    resolution_id uuid NOT NULL REFERENCES publication.resolutions ON DELETE CASCADE,
    position int NOT NULL,
    anchor text NOT NULL,
    clause_id uuid NOT NULL,
    number text,
    body text NOT NULL,
    PRIMARY KEY (resolution_id, position),
    UNIQUE (resolution_id, anchor)
  );

  CREATE FUNCTION publication.list_clauses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM publication.clauses WHERE resolution_id = NEW.id;
      INSERT INTO publication.clauses (resolution_id, position, anchor, clause_id, number, body)
      WITH RECURSIVE walk AS (
        SELECT clause, ARRAY[place] AS path
        FROM jsonb_array_elements(NEW.clauses) WITH ORDINALITY AS top (clause, place)
        UNION ALL
        SELECT child, path || place
        FROM walk, jsonb_array_elements(walk.clause->'children') WITH ORDINALITY AS sub (child, place)
      )
      SELECT NEW.id, row_number() OVER (ORDER BY path), 'ziffer-' || array_to_string(path, '-'), (clause->>'id')::uuid, clause->>'number', clause->>'text'
      FROM walk;
      RETURN NULL;
    END $$;
  CREATE TRIGGER list_clauses AFTER INSERT OR UPDATE OF clauses ON publication.resolutions
    FOR EACH ROW EXECUTE FUNCTION publication.list_clauses()`;

/** Invariant 4: byte for byte what was adopted. And nothing without its release. */
const guards = `
  CREATE FUNCTION publication.is_as_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM public.resolutions adopted
        WHERE adopted.id = NEW.id AND adopted.text_hash = NEW.text_hash AND adopted.clauses = NEW.clauses
          AND adopted.title = NEW.title AND adopted.subtitle IS NOT DISTINCT FROM NEW.subtitle
          AND adopted.adopted_on = NEW.adopted_on) THEN
        RAISE EXCEPTION 'a text is published as it was adopted, or not at all'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER is_as_adopted BEFORE INSERT OR UPDATE ON publication.resolutions
    FOR EACH ROW EXECUTE FUNCTION publication.is_as_adopted();

  CREATE FUNCTION publication.is_as_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM public.statements recorded
        WHERE recorded.id = NEW.id AND recorded.text = NEW.body AND recorded.state = 'RECORDED') THEN
        RAISE EXCEPTION 'a statement is published as it was recorded, or not at all'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER is_as_recorded BEFORE INSERT OR UPDATE ON publication.statements
    FOR EACH ROW EXECUTE FUNCTION publication.is_as_recorded();

  CREATE FUNCTION publication.is_released() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM public.releases
        WHERE object_kind = TG_ARGV[0] AND object_id = NEW.id AND releases.state = 'PUBLISHED') THEN
        RAISE EXCEPTION 'nothing is public without its release' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER is_released BEFORE INSERT OR UPDATE ON publication.resolutions
    FOR EACH ROW EXECUTE FUNCTION publication.is_released('RESOLUTION');
  CREATE TRIGGER is_released BEFORE INSERT OR UPDATE ON publication.attachments
    FOR EACH ROW EXECUTE FUNCTION publication.is_released('ATTACHMENT');
  CREATE TRIGGER is_released BEFORE INSERT OR UPDATE ON publication.statements
    FOR EACH ROW EXECUTE FUNCTION publication.is_released('STATEMENT');

  CREATE FUNCTION publication.withdrawn_is_not_public() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM publication.resolutions WHERE id = NEW.object_id)
        OR EXISTS (SELECT FROM publication.attachments WHERE id = NEW.object_id)
        OR EXISTS (SELECT FROM publication.statements WHERE id = NEW.object_id) THEN
        RAISE EXCEPTION 'what was withdrawn is no longer public' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER withdrawn_is_not_public AFTER UPDATE ON releases DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.state = 'PUBLISHED' AND NEW.state <> 'PUBLISHED')
    EXECUTE FUNCTION publication.withdrawn_is_not_public()`;

const projected = ['conferences', 'resolutions', 'clauses', 'attachments', 'statements', 'tombstones'];

/** The public reads everything that stands here; the secretariat, the chair and the system write it. */
const security = [
  'GRANT USAGE ON SCHEMA publication TO km_app, km_public',
  ...projected.flatMap((table) => [
    `ALTER TABLE publication.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY shows ON publication.${table} FOR SELECT TO km_public USING (true)`,
    `CREATE POLICY publishes ON publication.${table} TO km_app
       USING ((SELECT actor_audience()) && '{0,201,202}') WITH CHECK ((SELECT actor_audience()) && '{0,201,202}')`,
    `GRANT SELECT ON publication.${table} TO km_public`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON publication.${table} TO km_app`,
  ]),
].join(';\n');
