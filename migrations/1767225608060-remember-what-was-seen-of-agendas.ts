import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when each person has seen an agenda, so that they are shown what changed since. Nobody sees it of another. */
export class RememberWhatWasSeenOfAgendas1767225608060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agenda_views (
        person_id uuid NOT NULL CONSTRAINT agenda_views_person REFERENCES people,
        agenda_id uuid NOT NULL CONSTRAINT agenda_views_agenda REFERENCES agendas,
        seen_at timestamptz NOT NULL,
        CONSTRAINT agenda_views_pkey PRIMARY KEY (person_id, agenda_id)
      );
      ALTER TABLE agenda_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON agenda_views
        USING (person_id = (SELECT actor_person_id())) WITH CHECK (person_id = (SELECT actor_person_id()));
      GRANT SELECT, INSERT, UPDATE ON agenda_views TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE agenda_views');
  }
}
