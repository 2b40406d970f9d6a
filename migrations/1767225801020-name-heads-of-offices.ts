import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who heads the office of a party or a body: the one who hears of it when its people let a deadline pass. */
export class NameHeadsOfOffices1767225801020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE office_heads (
        id uuid CONSTRAINT office_heads_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT office_heads_person REFERENCES people,
        party_code text CONSTRAINT office_heads_party REFERENCES parties,
        body_code text CONSTRAINT office_heads_body REFERENCES bodies,
        valid_from date NOT NULL,
        valid_to date,
        revision int NOT NULL DEFAULT 1,
        CONSTRAINT office_heads_one_office CHECK ((party_code IS NULL) <> (body_code IS NULL)),
        CONSTRAINT office_heads_validity CHECK (valid_to >= valid_from),
        CONSTRAINT office_heads_one_at_a_time EXCLUDE USING gist
          (coalesce(party_code, body_code, '') WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      ALTER TABLE office_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeps ON office_heads
        USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      CREATE POLICY reads ON office_heads FOR SELECT USING ((SELECT actor_is_known()));
      GRANT SELECT, INSERT, UPDATE ON office_heads TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE office_heads');
  }
}
