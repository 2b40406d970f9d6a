import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Written procedures with their numbers and the votes on the release. What the tables of the domain refuse, the database
 * refuses once more: the text of a running procedure cannot change, nothing is accepted at its deadline or later, numbers
 * and ended procedures stay as they are.
 */
export class VoteInWriting1767225610000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guards);
    await queryRunner.query(following);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER written_procedures_follow_topic ON topics;
      DROP FUNCTION written_procedures_follow_topic();
      DROP TRIGGER votes_before_the_end ON votes;
      DROP TRIGGER bund_positions_before_the_end ON bund_positions;
      DROP FUNCTION vote_is_before_the_end();
      DROP TRIGGER text_in_writing_is_frozen ON topics;
      DROP FUNCTION text_in_writing_is_frozen();
      DROP TABLE written_release_results;
      DROP TABLE written_release_votes;
      DROP TABLE written_procedures;
      DROP TABLE written_procedure_series;
      DROP FUNCTION written_procedure_stays();
      DROP FUNCTION release_vote_is_before_the_end();
    `);
  }
}

const tables = `
  CREATE TABLE written_procedure_series (
    profile_code text NOT NULL,
    year int NOT NULL,
    kind text NOT NULL CONSTRAINT written_procedure_series_kind CHECK (kind IN ('PROCEDURE', 'RESOLUTION')),
    last int NOT NULL CONSTRAINT written_procedure_series_last CHECK (last >= 1),
    CONSTRAINT written_procedure_series_pkey PRIMARY KEY (profile_code, year, kind)
  );

  CREATE TABLE written_procedures (
    id uuid CONSTRAINT written_procedures_pkey PRIMARY KEY,
    topic_id uuid NOT NULL,
    conference_id uuid NOT NULL CONSTRAINT written_procedures_conference_fk REFERENCES conferences,
    profile_code text NOT NULL,
    state text NOT NULL CONSTRAINT written_procedures_state
      CHECK (state IN ('DRAFT', 'RUNNING', 'ADOPTED', 'FAILED', 'MOVED_TO_SESSION', 'WITHDRAWN')),
    requested_by text CONSTRAINT written_procedures_requested_by REFERENCES parties,
    request_reason text NOT NULL,
    requested_at timestamptz NOT NULL,
    number_year int,
    number int,
    resolution_year int,
    resolution_number int,
    round int NOT NULL CONSTRAINT written_procedures_round CHECK (round >= 0),
    proposal_version_id uuid,
    text_hash text,
    silence_rule text CONSTRAINT written_procedures_silence_rule
      CHECK (silence_rule IN ('ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT')),
    min_yes int CONSTRAINT written_procedures_min_yes CHECK (min_yes >= 0),
    adoption_rule text CONSTRAINT written_procedures_adoption_rule CHECK (adoption_rule IN ('UNANIMITY', 'MAJORITY')),
    may_demand_discussion text CONSTRAINT written_procedures_may_demand_discussion
      CHECK (may_demand_discussion IN ('ANY_LAND', 'ANY_PARTY', 'CHAIR')),
    urgency_reason text,
    started_at timestamptz,
    closes_at timestamptz,
    ended_early_at timestamptz,
    ended_at timestamptz,
    reported_conference_id uuid CONSTRAINT written_procedures_reported_fk REFERENCES conferences,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT written_procedures_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT written_procedures_number_once UNIQUE (profile_code, number_year, number),
    CONSTRAINT written_procedures_resolution_once UNIQUE (profile_code, resolution_year, resolution_number),
    CONSTRAINT written_procedures_started CHECK (
      (started_at IS NULL) = (number IS NULL) AND (started_at IS NULL) = (number_year IS NULL)
      AND (started_at IS NULL) = (text_hash IS NULL) AND (started_at IS NULL) = (closes_at IS NULL)
      AND (started_at IS NULL) = (silence_rule IS NULL) AND (started_at IS NULL) = (round = 0)),
    CONSTRAINT written_procedures_unstarted CHECK (started_at IS NOT NULL OR state IN ('DRAFT', 'WITHDRAWN')),
    CONSTRAINT written_procedures_ended CHECK ((state IN ('DRAFT', 'RUNNING')) = (ended_at IS NULL)),
    CONSTRAINT written_procedures_resolution CHECK (
      (state = 'ADOPTED') = (resolution_number IS NOT NULL) AND (resolution_number IS NULL) = (resolution_year IS NULL))
  );
  CREATE INDEX written_procedures_topic ON written_procedures (topic_id);
  CREATE INDEX written_procedures_requested ON written_procedures (requested_at, id);
  CREATE UNIQUE INDEX written_procedures_one_unfinished ON written_procedures (topic_id)
    WHERE state IN ('DRAFT', 'RUNNING');
  CREATE INDEX written_procedures_due ON written_procedures (closes_at) WHERE state = 'RUNNING';

  CREATE TABLE written_release_votes (
    id uuid CONSTRAINT written_release_votes_pkey PRIMARY KEY,
    procedure_id uuid NOT NULL CONSTRAINT written_release_votes_procedure REFERENCES written_procedures,
    topic_id uuid NOT NULL,
    round int NOT NULL,
    party text NOT NULL CONSTRAINT written_release_votes_party REFERENCES parties,
    objects boolean NOT NULL,
    version int NOT NULL,
    given_at timestamptz NOT NULL,
    given_by text NOT NULL,
    on_behalf_by text,
    person_id uuid NOT NULL,
    audience int[] NOT NULL CONSTRAINT written_release_votes_audience
      CHECK (0 = ANY (audience) AND array_length(audience, 1) = 2),
    CONSTRAINT written_release_votes_version UNIQUE (procedure_id, party, round, version)
  );
  CREATE INDEX written_release_votes_topic ON written_release_votes (topic_id);

  CREATE TABLE written_release_results (
    procedure_id uuid CONSTRAINT written_release_results_pkey PRIMARY KEY
      CONSTRAINT written_release_results_procedure REFERENCES written_procedures,
    is_blocked boolean NOT NULL,
    audience int[] NOT NULL CONSTRAINT written_release_results_audience CHECK (0 = ANY (audience))
  )`;

const guards = `
  CREATE FUNCTION text_in_writing_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM written_procedures AS procedure JOIN topics AS topic ON topic.id = procedure.topic_id
                 WHERE topic.id = NEW.id AND procedure.state = 'RUNNING'
                   AND (procedure.text_hash IS DISTINCT FROM topic.proposal_text_hash
                        OR procedure.proposal_version_id IS DISTINCT FROM topic.proposal_version_id)) THEN
        RAISE EXCEPTION 'the text of a running written procedure cannot be changed'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  -- At the end of the transaction, for a new round changes topic and procedure together.
  CREATE CONSTRAINT TRIGGER text_in_writing_is_frozen AFTER UPDATE OF proposal_version_id, proposal_text_hash ON topics
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.proposal_version_id IS DISTINCT FROM NEW.proposal_version_id
      OR OLD.proposal_text_hash IS DISTINCT FROM NEW.proposal_text_hash)
    EXECUTE FUNCTION text_in_writing_is_frozen();

  CREATE FUNCTION written_procedure_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a written procedure cannot be removed' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF (OLD.number IS NOT NULL AND (NEW.number, NEW.number_year) IS DISTINCT FROM (OLD.number, OLD.number_year))
         OR (OLD.resolution_number IS NOT NULL AND (NEW.resolution_number, NEW.resolution_year)
             IS DISTINCT FROM (OLD.resolution_number, OLD.resolution_year)) THEN
        RAISE EXCEPTION 'the number of a written procedure cannot be changed' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF OLD.state NOT IN ('DRAFT', 'RUNNING') AND NEW.state <> OLD.state THEN
        RAISE EXCEPTION 'a written procedure that has ended cannot go on' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF OLD.text_hash IS NOT NULL AND NEW.text_hash IS DISTINCT FROM OLD.text_hash AND NEW.round <> OLD.round + 1 THEN
        RAISE EXCEPTION 'another text is another round' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER written_procedure_stays BEFORE UPDATE OR DELETE ON written_procedures
    FOR EACH ROW EXECUTE FUNCTION written_procedure_stays();

  CREATE FUNCTION release_vote_is_before_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM written_procedures WHERE id = NEW.procedure_id AND state = 'RUNNING'
                     AND round = NEW.round AND NEW.given_at < closes_at AND ended_early_at IS NULL) THEN
        RAISE EXCEPTION 'the written procedure is over' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER release_votes_before_the_end BEFORE INSERT ON written_release_votes
    FOR EACH ROW EXECUTE FUNCTION release_vote_is_before_the_end();
  CREATE TRIGGER release_votes_are_append_only BEFORE UPDATE OR DELETE ON written_release_votes
    FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();

  CREATE FUNCTION vote_is_before_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM ballots WHERE id = NEW.ballot_id AND NEW.cast_at >= closes_at) THEN
        RAISE EXCEPTION 'no vote is accepted at the deadline or later' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER votes_before_the_end BEFORE INSERT ON votes
    FOR EACH ROW EXECUTE FUNCTION vote_is_before_the_end();
  CREATE TRIGGER bund_positions_before_the_end BEFORE INSERT ON bund_positions
    FOR EACH ROW EXECUTE FUNCTION vote_is_before_the_end()`;

/** Seen by whoever sees the topic, except guests. */
const following = `
  CREATE FUNCTION written_procedures_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE seen_by int[] := array(SELECT code FROM unnest(NEW.audience) AS code WHERE code >= 0 AND code <> 203);
    BEGIN
      UPDATE written_procedures SET audience = seen_by WHERE topic_id = NEW.id;
      UPDATE history SET audience = seen_by FROM written_procedures AS procedure
        WHERE procedure.topic_id = NEW.id AND record_kind = 'writtenProcedure' AND record_id = procedure.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER written_procedures_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION written_procedures_follow_topic()`;

const security = `
  ALTER TABLE written_procedures ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON written_procedures FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON written_procedures FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY changes ON written_procedures FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON written_procedures TO km_app;

  ALTER TABLE written_release_votes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON written_release_votes FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON written_release_votes FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  GRANT SELECT, INSERT ON written_release_votes TO km_app;

  ALTER TABLE written_release_results ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON written_release_results FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON written_release_results FOR INSERT WITH CHECK ((SELECT actor_is_system()));
  GRANT SELECT, INSERT ON written_release_results TO km_app;

  ALTER TABLE written_procedure_series ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON written_procedure_series FOR SELECT USING ((SELECT actor_is_known()));
  CREATE POLICY adds ON written_procedure_series FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY counts ON written_procedure_series FOR UPDATE USING ((SELECT actor_is_known())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE (last) ON written_procedure_series TO km_app`;
