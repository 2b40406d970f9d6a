import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bodies keep the names they bore, with days from and to; sub-committees and working groups are added by those who set
 * them up. Who may do it, the lifecycle says: the tables let the system alone write, on behalf of whoever acts.
 */
export class NameBodiesThroughTime1767225601010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(names);
    await queryRunner.query(bodies);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      REVOKE INSERT, UPDATE ON bodies, memberships FROM km_app;
      ALTER TABLE bodies DROP CONSTRAINT bodies_short_name, DROP id, DROP revision, ADD name text;
      UPDATE bodies SET name = coalesce(
        (SELECT name FROM body_names WHERE body_code = code ORDER BY body_names.valid_from DESC LIMIT 1), code);
      ALTER TABLE bodies ALTER name SET NOT NULL;
      DROP TABLE body_names;
    `);
  }
}

const names = `
  SELECT set_config('app.audience', '{0}', true);
  CREATE TABLE body_names (
    id uuid PRIMARY KEY,
    body_code text NOT NULL CONSTRAINT body_names_body REFERENCES bodies,
    name text NOT NULL CONSTRAINT body_names_name CHECK (length(name) BETWEEN 1 AND 200),
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT body_names_validity CHECK (valid_to >= valid_from),
    CONSTRAINT body_names_one_at_a_time EXCLUDE USING gist
      (body_code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  );
  INSERT INTO body_names (id, body_code, name, valid_from, valid_to)
    SELECT gen_random_uuid(), code, name, valid_from, valid_to FROM bodies`;

const bodies = `
  ALTER TABLE bodies DROP name,
    ADD id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT bodies_id UNIQUE,
    ADD revision int NOT NULL DEFAULT 1,
    ADD CONSTRAINT bodies_short_name CHECK (
      (code ~ '^UA .') = (kind = 'SUB_COMMITTEE') AND (code ~ '^AG .') = (kind = 'WORKING_GROUP')
      AND (kind NOT IN ('SUB_COMMITTEE', 'WORKING_GROUP') OR parent_code IS NOT NULL));
  ALTER TABLE bodies ALTER id DROP DEFAULT, ALTER revision DROP DEFAULT`;

const security = `
  ALTER TABLE body_names ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY keeps ON body_names USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
  CREATE POLICY reads ON body_names FOR SELECT USING ((SELECT actor_is_known()));
  GRANT SELECT, INSERT, UPDATE ON body_names TO km_app;
  GRANT INSERT, UPDATE ON bodies, memberships TO km_app`;
