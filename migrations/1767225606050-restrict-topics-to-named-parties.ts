import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Restricted topics name who may see them; groups give a name to parties that are told of a kind of matter. */
export class RestrictTopicsToNamedParties1767225606050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE topics
        ADD COLUMN restricted_to text[] NOT NULL DEFAULT '{}',
        ADD COLUMN need_to_know_group_id uuid;
      CREATE TABLE need_to_know_groups (
        id uuid CONSTRAINT need_to_know_groups_pkey PRIMARY KEY,
        state text NOT NULL CONSTRAINT need_to_know_groups_state CHECK (state IN ('ACTIVE', 'DISSOLVED')),
        name text NOT NULL CONSTRAINT need_to_know_groups_name CHECK (length(name) BETWEEN 1 AND 120),
        parties text[] NOT NULL CONSTRAINT need_to_know_groups_parties CHECK (cardinality(parties) > 0),
        updated_at timestamptz NOT NULL,
        revision int NOT NULL,
        audience int[] NOT NULL CONSTRAINT need_to_know_groups_audience_has_system CHECK (0 = ANY (audience)),
        CONSTRAINT need_to_know_groups_one_name EXCLUDE (lower(name) WITH =) WHERE (state = 'ACTIVE')
      );
      ALTER TABLE need_to_know_groups ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON need_to_know_groups FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON need_to_know_groups FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON need_to_know_groups FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON need_to_know_groups TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE need_to_know_groups;
      ALTER TABLE topics DROP COLUMN need_to_know_group_id, DROP COLUMN restricted_to;
    `);
  }
}
