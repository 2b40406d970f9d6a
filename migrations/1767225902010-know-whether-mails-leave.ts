import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the mail server takes mails, as the workers have last seen it: one row, for all processes. */
export class KnowWhetherMailsLeave1767225902010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_server (
        is_the_one boolean DEFAULT true CONSTRAINT mail_server_once PRIMARY KEY CONSTRAINT mail_server_one CHECK (is_the_one),
        state text NOT NULL CONSTRAINT mail_server_state CHECK (state IN ('WORKING', 'AWAY')),
        since timestamptz NOT NULL,
        -- Why it is away; a code of the product, never the words of the server.
        fault text CONSTRAINT mail_server_fault CHECK ((fault IS NULL) = (state = 'WORKING')),
        checked_at timestamptz NOT NULL,
        probes int NOT NULL DEFAULT 0,
        next_probe_at timestamptz NOT NULL
      );
      ALTER TABLE mail_server ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeps ON mail_server USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      CREATE POLICY watches ON mail_server FOR SELECT USING ((SELECT actor_is_technician()));
      GRANT SELECT, INSERT, UPDATE ON mail_server TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE mail_server;`);
  }
}
