import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ballots with the votes of the Länder, the Bund's positions apart from them, and resolutions. Votes and positions are
 * kept for ever; a resolution has the text that was voted on, and none exists against a No.
 */
export class CreateBallotsAndResolutions1767225609000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(guards);
    await queryRunner.query(following);
    await queryRunner.query(security);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER ballots_follow_topic ON topics;
      DROP FUNCTION ballots_follow_topic();
      DROP TABLE resolutions;
      DROP TABLE bund_positions;
      DROP TABLE votes;
      DROP TABLE ballots;
      DROP FUNCTION resolution_has_no_no();
      DROP FUNCTION decision_is_append_only();
    `);
  }
}

const vote = `
  id uuid PRIMARY KEY,
  ballot_id uuid NOT NULL,
  choice text NOT NULL,
  text_hash text NOT NULL,
  version int NOT NULL,
  record_id uuid NOT NULL,
  cast_at timestamptz NOT NULL,
  cast_by text NOT NULL,
  on_behalf_by text,
  person_id uuid NOT NULL,
  audience int[] NOT NULL`;

const checksOfVote = (table: string): string => `
  CONSTRAINT ${table}_choice CHECK (choice IN ('YES', 'NO', 'ABSTAIN')),
  CONSTRAINT ${table}_audience CHECK (0 = ANY (audience)),
  CONSTRAINT ${table}_ballot FOREIGN KEY (ballot_id, text_hash) REFERENCES ballots (id, text_hash)`;

const tables = `
  CREATE TABLE ballots (
    id uuid PRIMARY KEY,
    topic_id uuid NOT NULL,
    agenda_item_id uuid NOT NULL CONSTRAINT ballots_agenda_item_fk REFERENCES agenda_items,
    proposal_version_id uuid NOT NULL,
    text_hash text NOT NULL,
    silence_rule text NOT NULL CONSTRAINT ballots_silence_rule
      CHECK (silence_rule IN ('ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT')),
    min_yes int NOT NULL CONSTRAINT ballots_min_yes CHECK (min_yes >= 0),
    state text NOT NULL CONSTRAINT ballots_state CHECK (state IN ('OPEN', 'CLOSED', 'DETERMINED')),
    outcome text,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    determined_at timestamptz,
    revision int NOT NULL,
    audience int[] NOT NULL CONSTRAINT ballots_audience CHECK (0 = ANY (audience)),
    CONSTRAINT ballots_text UNIQUE (id, text_hash),
    CONSTRAINT ballots_closed CHECK ((state = 'OPEN') = (closed_at IS NULL)),
    CONSTRAINT ballots_determined CHECK (
      (state = 'DETERMINED') = (outcome IS NOT NULL) AND (outcome IS NULL) = (determined_at IS NULL))
  );
  CREATE INDEX ballots_topic ON ballots (topic_id);
  CREATE INDEX ballots_agenda_item ON ballots (agenda_item_id);
  CREATE UNIQUE INDEX ballots_one_open ON ballots (topic_id) WHERE state = 'OPEN';

  CREATE TABLE votes (${vote},
    party text NOT NULL CONSTRAINT votes_party REFERENCES parties,
    CONSTRAINT votes_of_laender CHECK (party <> 'BUND'),
    CONSTRAINT votes_version UNIQUE (ballot_id, party, version),${checksOfVote('votes')}
  );

  CREATE TABLE bund_positions (${vote},
    CONSTRAINT bund_positions_version UNIQUE (ballot_id, version),${checksOfVote('bund_positions')}
  );

  CREATE TABLE resolutions (
    id uuid PRIMARY KEY,
    topic_id uuid NOT NULL CONSTRAINT resolutions_one_per_topic UNIQUE,
    conference_id uuid NOT NULL CONSTRAINT resolutions_conference_fk REFERENCES conferences,
    ballot_id uuid NOT NULL,
    text_hash text NOT NULL,
    outcome text NOT NULL CONSTRAINT resolutions_outcome CHECK (outcome IN ('ADOPTED', 'ADOPTED_AMENDED')),
    title text NOT NULL,
    subtitle text,
    clauses jsonb NOT NULL,
    adopted_on date NOT NULL,
    item_number text,
    release_wish boolean NOT NULL,
    audience int[] NOT NULL CONSTRAINT resolutions_audience CHECK (0 = ANY (audience)),
    CONSTRAINT resolutions_text_as_voted FOREIGN KEY (ballot_id, text_hash) REFERENCES ballots (id, text_hash)
  );
  CREATE INDEX resolutions_conference ON resolutions (conference_id)`;

/** What the domain decides, the database refuses once more: these rows outlive every program. */
const guards = `
  CREATE FUNCTION decision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'audience' = to_jsonb(OLD) - 'audience' THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'votes, positions and resolutions cannot be changed' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER votes_are_append_only BEFORE UPDATE OR DELETE ON votes
    FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();
  CREATE TRIGGER bund_positions_are_append_only BEFORE UPDATE OR DELETE ON bund_positions
    FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();
  CREATE TRIGGER resolutions_are_append_only BEFORE UPDATE OR DELETE ON resolutions
    FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();

  CREATE FUNCTION resolution_has_no_no() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT ON (party) choice FROM votes
                     WHERE ballot_id = NEW.ballot_id AND text_hash = NEW.text_hash ORDER BY party, version DESC) last
        WHERE choice = 'NO') THEN
        RAISE EXCEPTION 'there is no resolution against the No of a Land' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER resolution_has_no_no BEFORE INSERT ON resolutions
    FOR EACH ROW EXECUTE FUNCTION resolution_has_no_no()`;

/** Ballots and votes are seen by whoever sees the topic. */
const following = `
  CREATE FUNCTION ballots_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE ballots SET audience = NEW.audience WHERE topic_id = NEW.id;
      UPDATE votes SET audience = NEW.audience FROM ballots WHERE ballots.id = ballot_id AND topic_id = NEW.id;
      UPDATE bund_positions SET audience = NEW.audience FROM ballots WHERE ballots.id = ballot_id AND topic_id = NEW.id;
      UPDATE history SET audience = NEW.audience
        FROM (SELECT 'ballot' AS kind, id FROM ballots WHERE topic_id = NEW.id
              UNION SELECT 'vote', record_id FROM votes JOIN ballots ON ballots.id = ballot_id WHERE topic_id = NEW.id
              UNION SELECT 'vote', record_id FROM bund_positions JOIN ballots ON ballots.id = ballot_id
                WHERE topic_id = NEW.id) AS record
        WHERE record_kind = record.kind AND record_id = record.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER ballots_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION ballots_follow_topic()`;

const security = [
  ...['ballots', 'votes', 'bund_positions', 'resolutions'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sees ON ${table} FOR SELECT USING (audience && (SELECT actor_audience()))`,
    `CREATE POLICY adds ON ${table} FOR INSERT WITH CHECK ((SELECT actor_is_known()))`,
    `CREATE POLICY changes ON ${table} FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true)`,
  ]),
  'GRANT SELECT, INSERT, UPDATE ON ballots TO km_app',
  'GRANT SELECT, INSERT, UPDATE (audience) ON votes, bund_positions, resolutions TO km_app',
].join(';\n');
