import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms are proposed and confirmed, swapped and shortened; at no time are there two chairs, and at no time none. */
export class DecideOnChairTerms1767225601030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE chair_terms
        ADD state text NOT NULL DEFAULT 'CONFIRMED'
          CONSTRAINT chair_terms_state CHECK (state IN ('PROPOSED', 'CONFIRMED')),
        ADD revision int NOT NULL DEFAULT 1;
      ALTER TABLE chair_terms ALTER state DROP DEFAULT, ALTER revision DROP DEFAULT;

      CREATE FUNCTION chair_terms_have_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM (SELECT valid_to, lead(valid_from) OVER (ORDER BY valid_from) AS next FROM chair_terms)
                       AS term WHERE next <> valid_to + 1) THEN
            RAISE EXCEPTION 'there is a day without a chair' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER chair_terms_have_no_gap AFTER INSERT OR UPDATE OR DELETE ON chair_terms
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chair_terms_have_no_gap();
      GRANT INSERT, UPDATE ON chair_terms TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE INSERT, UPDATE ON chair_terms FROM km_app;
      DROP TRIGGER chair_terms_have_no_gap ON chair_terms;
      DROP FUNCTION chair_terms_have_no_gap();
      ALTER TABLE chair_terms DROP state, DROP revision;
    `);
  }
}
