import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds of comments on one text with the answers of the parties. What the table of the domain refuses, the database
 * refuses once more: a round keeps its text and who is asked, nothing is accepted at its deadline or later, answers stay
 * as they were given, and an open round is always about the text that stands.
 */
export class AskForComments1767225805010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [tables, guards, following, ofDeadlines, security]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER comment_rounds_follow_topic ON topics;
      DROP TRIGGER comment_round_is_on_the_text ON topics;
      DROP FUNCTION comment_rounds_follow_topic();
      DROP FUNCTION comment_round_is_on_the_text();
      DROP TABLE comments;
      DROP TABLE comment_rounds;
      DROP FUNCTION deadlines_of_comment_round();
      DROP FUNCTION comment_round_stays();
      DROP FUNCTION comment_is_asked_for();
      DROP FUNCTION comment_is_append_only();
      ALTER TABLE deadlines NO FORCE ROW LEVEL SECURITY;
      DELETE FROM deadlines WHERE kind = 'COMMENT_ROUND';
      ALTER TABLE deadlines FORCE ROW LEVEL SECURITY;
    `);
  }
}

const tables = `
  CREATE TABLE comment_rounds (
    id uuid CONSTRAINT comment_rounds_pkey PRIMARY KEY,
    topic_id uuid NOT NULL,
    conference_id uuid NOT NULL CONSTRAINT comment_rounds_conference_fk REFERENCES conferences,
    state text NOT NULL CONSTRAINT comment_rounds_state CHECK (state IN ('OPEN', 'CLOSED', 'WITHDRAWN')),
    body text NOT NULL,
    proposal_version_id uuid NOT NULL CONSTRAINT comment_rounds_version_fk REFERENCES proposal_versions,
    text_hash text NOT NULL CONSTRAINT comment_rounds_text_hash CHECK (text_hash ~ '^[0-9a-f]{64}$'),
    parties text[] NOT NULL CONSTRAINT comment_rounds_parties CHECK (cardinality(parties) > 0),
    question text,
    opened_at timestamptz NOT NULL,
    opened_by text NOT NULL,
    closes_at timestamptz NOT NULL CONSTRAINT comment_rounds_term CHECK (closes_at > opened_at),
    ended_at timestamptz,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT comment_rounds_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT comment_rounds_ended CHECK ((state = 'OPEN') = (ended_at IS NULL))
  );
  CREATE INDEX comment_rounds_topic ON comment_rounds (topic_id);
  CREATE INDEX comment_rounds_opened ON comment_rounds (opened_at, id);
  CREATE UNIQUE INDEX comment_rounds_one_open ON comment_rounds (topic_id) WHERE state = 'OPEN';

  CREATE TABLE comments (
    id uuid CONSTRAINT comments_pkey PRIMARY KEY,
    round_id uuid NOT NULL CONSTRAINT comments_round_fk REFERENCES comment_rounds,
    party text NOT NULL CONSTRAINT comments_party_fk REFERENCES parties,
    version int NOT NULL CONSTRAINT comments_number CHECK (version >= 1),
    kind text NOT NULL CONSTRAINT comments_kind CHECK (kind IN ('NO_OBJECTION', 'REMARKS', 'CHANGE_REQUEST')),
    text text,
    change_requests jsonb NOT NULL CONSTRAINT comments_change_requests
      CHECK (jsonb_typeof(change_requests) = 'array' AND (kind = 'CHANGE_REQUEST') = (change_requests <> '[]')),
    text_hash text NOT NULL,
    given_at timestamptz NOT NULL,
    given_by text NOT NULL,
    person_id uuid NOT NULL,
    audience int[] NOT NULL CONSTRAINT comments_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT comments_version UNIQUE (round_id, party, version)
  )`;

const guards = `
  CREATE FUNCTION comment_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE may_change text[] := '{state,closes_at,ended_at,revision,audience}';
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a round of comments cannot be removed' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change THEN
        RAISE EXCEPTION 'what a round of comments asks, and whom, cannot be changed'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF OLD.state <> 'OPEN' AND to_jsonb(NEW) - 'audience' <> to_jsonb(OLD) - 'audience' THEN
        RAISE EXCEPTION 'a round of comments that has ended cannot go on' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER comment_round_stays BEFORE UPDATE OR DELETE ON comment_rounds
    FOR EACH ROW EXECUTE FUNCTION comment_round_stays();

  CREATE FUNCTION comment_is_asked_for() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM comment_rounds WHERE id = NEW.round_id AND state = 'OPEN' AND text_hash = NEW.text_hash
                     AND NEW.party = ANY (parties) AND NEW.given_at < closes_at) THEN
        RAISE EXCEPTION 'nobody asks for this comment' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER comment_is_asked_for BEFORE INSERT ON comments
    FOR EACH ROW EXECUTE FUNCTION comment_is_asked_for();

  CREATE FUNCTION comment_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience' THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a comment that was given cannot be changed' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER comment_is_append_only BEFORE UPDATE OR DELETE ON comments
    FOR EACH ROW EXECUTE FUNCTION comment_is_append_only();

  CREATE FUNCTION comment_round_is_on_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM comment_rounds AS round JOIN topics AS topic ON topic.id = round.topic_id
                 WHERE topic.id = NEW.id AND round.state = 'OPEN'
                   AND round.text_hash IS DISTINCT FROM topic.proposal_text_hash) THEN
        RAISE EXCEPTION 'a round of comments ends with the text it is about'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  -- At the end of the transaction, for whoever changes the text ends the round with it.
  CREATE CONSTRAINT TRIGGER comment_round_is_on_the_text AFTER UPDATE OF proposal_text_hash ON topics
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.proposal_text_hash IS DISTINCT FROM NEW.proposal_text_hash)
    EXECUTE FUNCTION comment_round_is_on_the_text()`;

/** Seen by whoever sees the topic, except guests: what parties say before a decision is as little theirs as votes are. */
const following = `
  CREATE FUNCTION comment_rounds_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE seen_by int[] := audience_without_guests(NEW.audience);
    BEGIN
      UPDATE comments SET audience = seen_by FROM comment_rounds AS round
        WHERE round.id = round_id AND round.topic_id = NEW.id;
      UPDATE history SET audience = seen_by FROM comment_rounds AS round
        WHERE round.topic_id = NEW.id AND record_kind = 'commentRound' AND record_id = round.id;
      UPDATE comment_rounds SET audience = seen_by WHERE topic_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER comment_rounds_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION comment_rounds_follow_topic()`;

/** A round that ended by its deadline leaves it to the sweep to note that it is over; any other end settles it. */
const ofDeadlines = `
  CREATE FUNCTION deadlines_of_comment_round() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state_now text := CASE WHEN NEW.state = 'OPEN' OR (NEW.state = 'CLOSED' AND NEW.ended_at >= NEW.closes_at)
      THEN 'OPEN' ELSE 'SETTLED' END;
    BEGIN
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
      VALUES (gen_random_uuid(), 'COMMENT_ROUND', 'commentRound', NEW.id, NEW.conference_id, 'FIXED', NEW.closes_at,
        NEW.closes_at, state_now, NEW.audience)
      ON CONFLICT (subject_id, kind) DO UPDATE SET due_at = EXCLUDED.due_at,
        state = CASE WHEN EXCLUDED.state = 'OPEN' AND known.due_at = EXCLUDED.due_at THEN known.state
                     ELSE EXCLUDED.state END,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (known.due_at, known.state = 'SETTLED', known.audience)
        IS DISTINCT FROM (EXCLUDED.due_at, EXCLUDED.state = 'SETTLED', EXCLUDED.audience);
      RETURN NULL;
    END $$;
  CREATE TRIGGER deadlines_of_comment_round AFTER INSERT OR UPDATE ON comment_rounds
    FOR EACH ROW EXECUTE FUNCTION deadlines_of_comment_round()`;

const security = `
  ALTER TABLE comment_rounds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON comment_rounds FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON comment_rounds FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY changes ON comment_rounds FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON comment_rounds TO km_app;

  ALTER TABLE comments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON comments FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON comments FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY shares ON comments FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE (audience) ON comments TO km_app`;
