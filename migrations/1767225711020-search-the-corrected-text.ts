import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text in force of each public resolution: that of its last public correction. The search reads it. */
export class SearchTheCorrectedText1767225711020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE publication.resolutions ADD clauses_in_force jsonb, ADD correction_number int',
    );
    await queryRunner.query(triggers);
    await queryRunner.query(
      listOf('clauses_in_force', `coalesce('berichtigung-' || NEW.correction_number || '-', '')`),
    );
    await queryRunner.query(renewed);
    await queryRunner.query('ALTER TABLE publication.resolutions ALTER clauses_in_force SET NOT NULL');
    await queryRunner.query(words('clauses_in_force'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(words('clauses'));
    await queryRunner.query(listOf('clauses', `''`));
    await queryRunner.query(renewed);
    await queryRunner.query(`
      DROP TRIGGER corrects_text_in_force ON publication.corrections;
      DROP TRIGGER keeps_text_in_force ON publication.resolutions;
      DROP FUNCTION publication.corrects_text_in_force();
      DROP FUNCTION publication.keeps_text_in_force();
      ALTER TABLE publication.resolutions DROP clauses_in_force, DROP correction_number;
    `);
  }
}

/**
 * Lets the triggers see what is public already. Its text passed the guards when it came here; they are out of the way
 * because a migration is nobody who may read what they compare with.
 */
const renewed = `
  ALTER TABLE publication.resolutions NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER is_as_adopted, DISABLE TRIGGER is_released;
  ALTER TABLE publication.corrections NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE publication.clauses NO FORCE ROW LEVEL SECURITY;
  UPDATE publication.resolutions SET clauses = clauses, clauses_in_force = clauses;
  ALTER TABLE publication.clauses FORCE ROW LEVEL SECURITY;
  ALTER TABLE publication.corrections FORCE ROW LEVEL SECURITY;
  ALTER TABLE publication.resolutions FORCE ROW LEVEL SECURITY, ENABLE TRIGGER is_as_adopted, ENABLE TRIGGER is_released`;

/** Whatever a statement says: the text in force follows from the corrections that are public. */
const triggers = `
  CREATE FUNCTION publication.keeps_text_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.clauses_in_force := NEW.clauses;
      NEW.correction_number := NULL;
      SELECT clauses, number INTO NEW.clauses_in_force, NEW.correction_number FROM (
        SELECT clauses, number FROM publication.corrections WHERE resolution_id = NEW.id
        UNION ALL SELECT NEW.clauses, NULL ORDER BY number DESC NULLS LAST LIMIT 1) AS texts;
      RETURN NEW;
    END $$;
  CREATE TRIGGER keeps_text_in_force BEFORE INSERT OR UPDATE ON publication.resolutions
    FOR EACH ROW EXECUTE FUNCTION publication.keeps_text_in_force();

  CREATE FUNCTION publication.corrects_text_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE publication.resolutions SET clauses_in_force = clauses
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.resolution_id ELSE NEW.resolution_id END;
      RETURN NULL;
    END $$;
  CREATE TRIGGER corrects_text_in_force AFTER INSERT OR UPDATE OR DELETE ON publication.corrections
    FOR EACH ROW EXECUTE FUNCTION publication.corrects_text_in_force()`;

/** The clauses that the search leads to, each with its address: in the text as adopted, or in the last correction. */
function listOf(column: string, above: string): string {
  return `
    DROP TRIGGER list_clauses ON publication.resolutions;
    CREATE OR REPLACE FUNCTION publication.list_clauses() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM publication.clauses WHERE resolution_id = NEW.id;
        INSERT INTO publication.clauses (resolution_id, position, anchor, clause_id, number, body)
        WITH RECURSIVE walk AS (
          SELECT clause, ARRAY[place] AS path
          FROM jsonb_array_elements(NEW.${column}) WITH ORDINALITY AS top (clause, place)
          UNION ALL
          SELECT child, path || place
          FROM walk, jsonb_array_elements(walk.clause->'children') WITH ORDINALITY AS sub (child, place)
        )
        SELECT NEW.id, row_number() OVER (ORDER BY path), ${above} || 'ziffer-' || array_to_string(path, '-'),
          (clause->>'id')::uuid, clause->>'number', clause->>'text'
        FROM walk;
        RETURN NULL;
      END $$;
    CREATE TRIGGER list_clauses AFTER INSERT OR UPDATE OF ${column} ON publication.resolutions
      FOR EACH ROW EXECUTE FUNCTION publication.list_clauses()`;
}

function words(column: string): string {
  return `
    DROP INDEX publication.resolutions_words;
    ALTER TABLE publication.resolutions DROP words, ADD words tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', coalesce(subtitle, '')), 'B')
      || setweight(to_tsvector('german', jsonb_path_query_array(${column}, 'strict $.**.text')), 'C')) STORED;
    CREATE INDEX resolutions_words ON publication.resolutions USING gin (words)`;
}
