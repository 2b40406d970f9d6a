import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Statements for the record with their co-signatures. What was recorded or withdrawn is kept for ever; a fireside talk
 * takes none; from its announcement on a statement is seen by whoever sees the topic, guests excepted.
 */
export class KeepStatements1767225609600 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guards);
    await queryRunner.query(following);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER statements_follow_topic ON topics;
      DROP FUNCTION statements_follow_topic();
      DROP TABLE statement_cosignatures;
      DROP TABLE statements;
      DROP FUNCTION statement_cosignature_is_kept();
      DROP FUNCTION statement_is_kept();
      DROP FUNCTION statement_has_a_place();
    `);
  }
}

const tables = `
  CREATE TABLE statements (
    id uuid PRIMARY KEY,
    topic_id uuid NOT NULL,
    agenda_item_id uuid CONSTRAINT statements_agenda_item REFERENCES agenda_items,
    written_procedure_id uuid,
    party text NOT NULL CONSTRAINT statements_party REFERENCES parties,
    text text NOT NULL CONSTRAINT statements_text CHECK (text <> ''),
    text_hash text NOT NULL,
    state text NOT NULL CONSTRAINT statements_state
      CHECK (state IN ('DRAFT', 'ANNOUNCED', 'COSIGNED', 'RECORDED', 'WITHDRAWN')),
    is_late boolean NOT NULL,
    author_name text,
    on_behalf_by text,
    announced_at timestamptz,
    recorded_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT statements_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT statements_place CHECK ((agenda_item_id IS NULL) <> (written_procedure_id IS NULL)),
    CONSTRAINT statements_text_hash CHECK (text_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    CONSTRAINT statements_announced CHECK (state IN ('DRAFT', 'WITHDRAWN') OR announced_at IS NOT NULL),
    CONSTRAINT statements_recorded CHECK ((state = 'RECORDED') = (recorded_at IS NOT NULL))
  );
  CREATE INDEX statements_topic ON statements (topic_id);

  CREATE TABLE statement_cosignatures (
    id uuid PRIMARY KEY,
    statement_id uuid NOT NULL CONSTRAINT statement_cosignatures_statement REFERENCES statements,
    party text NOT NULL CONSTRAINT statement_cosignatures_party REFERENCES parties,
    text_hash text NOT NULL,
    cosigned_at timestamptz NOT NULL,
    cosigned_by text NOT NULL,
    ended_at timestamptz,
    ended_because text CONSTRAINT statement_cosignatures_end CHECK (ended_because IN ('WITHDRAWN', 'TEXT_CHANGED')),
    audience int[] NOT NULL CONSTRAINT statement_cosignatures_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT statement_cosignatures_ended CHECK ((ended_at IS NULL) = (ended_because IS NULL))
  );
  CREATE INDEX statement_cosignatures_of ON statement_cosignatures (statement_id);
  CREATE UNIQUE INDEX statement_cosignatures_one_standing ON statement_cosignatures (statement_id, party)
    WHERE ended_at IS NULL`;

/** What the domain decides, the database refuses once more: these rows outlive every program. */
const guards = `
  CREATE FUNCTION statement_has_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM topics WHERE id = NEW.topic_id AND kind <> 'FIRESIDE')
        OR EXISTS (SELECT FROM agenda_items WHERE id = NEW.agenda_item_id
                   AND (list = 'FIRESIDE' OR topic_id <> NEW.topic_id)) THEN
        RAISE EXCEPTION 'a statement is made on an item that is no fireside talk'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER statement_has_a_place BEFORE INSERT ON statements
    FOR EACH ROW EXECUTE FUNCTION statement_has_a_place();

  CREATE FUNCTION statement_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (
        to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience'
        OR (OLD.state NOT IN ('RECORDED', 'WITHDRAWN')
            AND (NEW.id, NEW.topic_id, NEW.party, NEW.author_name, NEW.created_at, NEW.on_behalf_by)
              IS NOT DISTINCT FROM (OLD.id, OLD.topic_id, OLD.party, OLD.author_name, OLD.created_at, OLD.on_behalf_by)))
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a statement that was recorded or withdrawn cannot be changed'
        USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER statement_is_kept BEFORE UPDATE OR DELETE ON statements
    FOR EACH ROW EXECUTE FUNCTION statement_is_kept();

  CREATE FUNCTION statement_cosignature_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience' THEN RETURN NEW; END IF;
      IF TG_OP <> 'DELETE' AND EXISTS (
          SELECT FROM statements WHERE id = NEW.statement_id AND state IN ('ANNOUNCED', 'COSIGNED') AND party <> NEW.party)
        AND (TG_OP = 'INSERT' OR (OLD.ended_at IS NULL
          AND to_jsonb(NEW) - '{audience,ended_at,ended_because}'::text[]
            = to_jsonb(OLD) - '{audience,ended_at,ended_because}'::text[])) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a co-signature can only be given to, or taken from, a statement that is announced'
        USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER statement_cosignature_is_kept BEFORE INSERT OR UPDATE OR DELETE ON statement_cosignatures
    FOR EACH ROW EXECUTE FUNCTION statement_cosignature_is_kept()`;

/** An announced statement is seen by whoever sees the topic; a draft stays with its author. */
const following = `
  CREATE FUNCTION statements_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE seeing int[] := array(SELECT code FROM unnest(NEW.audience) AS code WHERE code >= 0 AND code <> 203);
    BEGIN
      UPDATE statements SET audience = seeing || audience_code FROM parties
        WHERE topic_id = NEW.id AND announced_at IS NOT NULL AND parties.code = party;
      UPDATE statement_cosignatures SET audience = statements.audience FROM statements
        WHERE statements.id = statement_id AND topic_id = NEW.id;
      UPDATE history SET audience = statements.audience FROM statements
        WHERE topic_id = NEW.id AND announced_at IS NOT NULL
          AND record_kind = 'statement' AND record_id = statements.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER statements_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION statements_follow_topic()`;

const security = ['statements', 'statement_cosignatures']
  .flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
    `GRANT SELECT, INSERT, UPDATE ON ${table} TO km_app`,
  ])
  .join(';\n');
