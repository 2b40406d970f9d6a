import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in, and who is on the way to the identity provider. Nobody but the system reads either table. */
export class KeepSignInSessions1767225602000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sign_in_sessions (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        sealed_id_token bytea,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_sessions_expiry ON sign_in_sessions (expires_at);
      ALTER TABLE sign_in_sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeps ON sign_in_sessions
        USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, UPDATE (last_seen_at), DELETE ON sign_in_sessions TO km_app;

      CREATE TABLE sign_in_attempts (
        state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
        browser_hash bytea NOT NULL CHECK (octet_length(browser_hash) = 32),
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempts_expiry ON sign_in_attempts (expires_at);
      ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeps ON sign_in_attempts
        USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      GRANT SELECT, INSERT, DELETE ON sign_in_attempts TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE sign_in_attempts;
      DROP TABLE sign_in_sessions;
    `);
  }
}
