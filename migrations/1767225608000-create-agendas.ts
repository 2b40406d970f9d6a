import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas and their items. A number once given is fixed by the database too, and no item is ever deleted. */
export class CreateAgendas1767225608000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE agenda_items;
      DROP TABLE agendas;
      DROP FUNCTION agenda_item_number_is_fixed();
    `);
  }
}

const tables = `
  CREATE TABLE agendas (
    id uuid CONSTRAINT agendas_pkey PRIMARY KEY,
    conference_id uuid NOT NULL CONSTRAINT agendas_conference REFERENCES conferences
      CONSTRAINT agendas_one_per_conference UNIQUE,
    state text NOT NULL CONSTRAINT agendas_state
      CHECK (state IN ('COLLECTING', 'DRAFT', 'CIRCULATED', 'REVIEWED', 'FINAL', 'APPROVED', 'CLOSED')),
    circulated_at timestamptz,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT agendas_audience CHECK (0 = ANY (audience)),
    CONSTRAINT agendas_circulated CHECK ((state IN ('COLLECTING', 'DRAFT')) = (circulated_at IS NULL))
  );

  CREATE TABLE agenda_items (
    id uuid CONSTRAINT agenda_items_pkey PRIMARY KEY,
    agenda_id uuid NOT NULL CONSTRAINT agenda_items_agenda REFERENCES agendas,
    topic_id uuid NOT NULL,
    number text CONSTRAINT agenda_items_number CHECK (number ~ '^[1-9][0-9]*[a-z]*$'),
    position int NOT NULL CONSTRAINT agenda_items_position CHECK (position >= 1),
    group_code text NOT NULL CONSTRAINT agenda_items_group
      CHECK (group_code IN ('GENERAL', 'AK1', 'AK2', 'AK3', 'AK4', 'AK5', 'AK6')),
    list text NOT NULL CONSTRAINT agenda_items_list
      CHECK (list IN ('CONSENT', 'DISCUSSION', 'INFORMATION', 'FIRESIDE')),
    state text NOT NULL CONSTRAINT agenda_items_state CHECK (state IN ('PLACED', 'REMOVED')),
    title text NOT NULL,
    subtitle text,
    reason text,
    audience int[] NOT NULL CONSTRAINT agenda_items_audience CHECK (0 = ANY (audience)),
    CONSTRAINT agenda_items_number_once UNIQUE (agenda_id, number),
    CONSTRAINT agenda_items_topic_once UNIQUE (agenda_id, topic_id),
    CONSTRAINT agenda_items_removed_with_reason CHECK (state = 'PLACED' OR reason IS NOT NULL),
    CONSTRAINT agenda_items_fireside_title_only CHECK (list <> 'FIRESIDE' OR subtitle IS NULL)
  );
  CREATE INDEX agenda_items_topic ON agenda_items (topic_id);

  CREATE FUNCTION agenda_item_number_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number THEN
        RAISE EXCEPTION 'the number of an agenda item cannot be changed' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER agenda_item_number_is_fixed BEFORE UPDATE OF number ON agenda_items
    FOR EACH ROW EXECUTE FUNCTION agenda_item_number_is_fixed();`;

const security = ['agendas', 'agenda_items']
  .map(
    (table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON ${table} TO km_app;`,
  )
  .join('\n');
