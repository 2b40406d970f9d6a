import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks (set per transaction), the append-only history with its hash chain, and the outbox. */
export class LayTheGround1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      GRANT USAGE ON SCHEMA public TO km_app;

      CREATE FUNCTION actor_audience() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(nullif(current_setting('app.audience', true), ''), '{}')::int[] $$;
      CREATE FUNCTION actor_person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
      CREATE FUNCTION actor_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT 0 = ANY (actor_audience()) $$;
      CREATE FUNCTION actor_is_known() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT cardinality(actor_audience()) > 0 OR actor_person_id() IS NOT NULL $$;

      CREATE TABLE history (
        id uuid PRIMARY KEY,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        sequence int NOT NULL,
        event text NOT NULL,
        data jsonb NOT NULL,
        actor_person_id uuid,
        actor_name text NOT NULL,
        capacity text NOT NULL,
        reason text,
        occurred_at timestamptz NOT NULL,
        previous_hash bytea,
        hash bytea NOT NULL,
        audience int[] NOT NULL CHECK (0 = ANY (audience)),
        UNIQUE (record_kind, record_id, sequence)
      );
      CREATE INDEX history_audience ON history USING gin (audience);

      CREATE FUNCTION history_hash(entry history) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(coalesce(entry.previous_hash, ''::bytea) || convert_to(jsonb_build_array(
          entry.id, entry.record_kind, entry.record_id, entry.sequence, entry.event, entry.data, entry.actor_person_id,
          entry.actor_name, entry.capacity, entry.reason, extract(epoch FROM entry.occurred_at))::text, 'UTF8'))
      $$;
      CREATE TABLE history_heads (
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        sequence int NOT NULL,
        hash bytea,
        PRIMARY KEY (record_kind, record_id)
      );
      ALTER TABLE history_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY chains ON history_heads USING ((SELECT actor_is_known())) WITH CHECK ((SELECT actor_is_known()));
      GRANT SELECT, INSERT, UPDATE ON history_heads TO km_app;

      CREATE FUNCTION history_chain() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO history_heads AS head (record_kind, record_id, sequence) VALUES (NEW.record_kind, NEW.record_id, 1)
            ON CONFLICT (record_kind, record_id) DO UPDATE SET sequence = head.sequence + 1
            RETURNING head.sequence, head.hash INTO NEW.sequence, NEW.previous_hash;
          NEW.hash := history_hash(NEW);
          UPDATE history_heads SET hash = NEW.hash WHERE record_kind = NEW.record_kind AND record_id = NEW.record_id;
          RETURN NEW;
        END $$;
      CREATE TRIGGER history_chain BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION history_chain();
      CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience' THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'history cannot be changed' USING ERRCODE = 'insufficient_privilege';
        END $$;
      CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
        FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
      CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON history
        FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

      ALTER TABLE history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON history FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY appends ON history FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY shares ON history FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE (audience) ON history TO km_app;

      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        event text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        relayed_at timestamptz,
        done_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (id) WHERE done_at IS NULL;
      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY relays ON outbox USING ((SELECT actor_is_system())) WITH CHECK ((SELECT actor_is_system()));
      CREATE POLICY appends ON outbox FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE outbox;
      DROP FUNCTION history_hash(history);
      DROP TABLE history;
      DROP FUNCTION history_is_append_only();
      DROP FUNCTION history_chain();
      DROP TABLE history_heads;
      DROP FUNCTION actor_is_known();
      DROP FUNCTION actor_is_system();
      DROP FUNCTION actor_person_id();
      DROP FUNCTION actor_audience();
      REVOKE USAGE ON SCHEMA public FROM km_app;
    `);
  }
}
