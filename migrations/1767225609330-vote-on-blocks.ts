import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The consent list is voted on as a block: one ballot with many items, each in the text that was voted on. The hash of the
 * block covers all of them, so a resolution of a block is checked against its item instead of the ballot itself.
 */
export class VoteOnBlocks1767225609330 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ballots
        ADD agenda_id uuid CONSTRAINT ballots_agenda_fk REFERENCES agendas,
        ALTER topic_id DROP NOT NULL,
        ALTER proposal_version_id DROP NOT NULL,
        DROP CONSTRAINT ballots_state,
        ADD CONSTRAINT ballots_state
          CHECK (state IN ('OPEN', 'CLOSED', 'DETERMINED', 'SUPERSEDED', 'DISSOLVED')),
        DROP CONSTRAINT ballots_about,
        ADD CONSTRAINT ballots_about CHECK ((kind = 'ITEM') = (agenda_item_id IS NOT NULL)
          AND (kind = 'WRITTEN_PROCEDURE') = (written_procedure_id IS NOT NULL)
          AND (kind = 'BLOCK') = (agenda_id IS NOT NULL)
          AND (kind = 'BLOCK') = (topic_id IS NULL) AND (kind = 'BLOCK') = (proposal_version_id IS NULL));
      CREATE UNIQUE INDEX ballots_one_block_at_once ON ballots (agenda_id) WHERE state IN ('OPEN', 'CLOSED');
    `);
    await queryRunner.query(items);
    await queryRunner.query(following);
    await queryRunner.query(noNo('JOIN ballots ON ballots.id = ballot_id AND ballots.text_hash = votes.text_hash', ''));
    await queryRunner.query(textAsVoted);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER resolution_has_text_as_voted ON resolutions;
      DROP FUNCTION resolution_has_text_as_voted();
      ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY;
    `);
    await queryRunner.query(removeBlocks);
    await queryRunner.query(noNo('', 'AND text_hash = NEW.text_hash'));
    await queryRunner.query(`
      DROP TRIGGER ballot_items_follow_topic ON topics;
      DROP FUNCTION ballot_items_follow_topic();
      DROP TABLE ballot_items;
      DELETE FROM ballots WHERE kind = 'BLOCK';
      DROP INDEX ballots_one_block_at_once;
      ALTER TABLE ballots FORCE ROW LEVEL SECURITY,
        DROP CONSTRAINT ballots_about,
        DROP CONSTRAINT ballots_state,
        DROP agenda_id,
        ALTER topic_id SET NOT NULL,
        ALTER proposal_version_id SET NOT NULL,
        ADD CONSTRAINT ballots_state CHECK (state IN ('OPEN', 'CLOSED', 'DETERMINED', 'SUPERSEDED')),
        ADD CONSTRAINT ballots_about CHECK ((kind = 'ITEM') = (agenda_item_id IS NOT NULL)
          AND (kind = 'WRITTEN_PROCEDURE') = (written_procedure_id IS NOT NULL));
      ALTER TABLE resolutions DROP CONSTRAINT resolutions_ballot,
        ADD CONSTRAINT resolutions_text_as_voted FOREIGN KEY (ballot_id, text_hash) REFERENCES ballots (id, text_hash);
    `);
  }
}

const items = `
  CREATE TABLE ballot_items (
    ballot_id uuid NOT NULL CONSTRAINT ballot_items_ballot REFERENCES ballots,
    agenda_item_id uuid NOT NULL CONSTRAINT ballot_items_agenda_item REFERENCES agenda_items,
    topic_id uuid NOT NULL,
    proposal_version_id uuid NOT NULL,
    text_hash text NOT NULL,
    position int NOT NULL CONSTRAINT ballot_items_position_positive CHECK (position >= 1),
    audience int[] NOT NULL CONSTRAINT ballot_items_audience
      CHECK (0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)),
    CONSTRAINT ballot_items_pkey PRIMARY KEY (ballot_id, agenda_item_id),
    CONSTRAINT ballot_items_position UNIQUE (ballot_id, position)
  );
  CREATE INDEX ballot_items_agenda_item_index ON ballot_items (agenda_item_id);
  CREATE INDEX ballot_items_topic ON ballot_items (topic_id);
  CREATE TRIGGER ballot_items_are_append_only BEFORE UPDATE OR DELETE ON ballot_items
    FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();
  ALTER TABLE ballot_items ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON ballot_items FOR SELECT USING (audience && (SELECT actor_audience()));
  CREATE POLICY adds ON ballot_items FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY changes ON ballot_items FOR UPDATE
    USING (audience && (SELECT actor_audience())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE (audience) ON ballot_items TO km_app`;

/** What is part of a block is seen by whoever sees its topic, except guests. */
const following = `
  CREATE FUNCTION ballot_items_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE ballot_items SET audience = audience_without_guests(NEW.audience) WHERE topic_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER ballot_items_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
    WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION ballot_items_follow_topic()`;

/** The guard of 1767225609310; `from` and `which` say which votes belong to the text. */
const noNo = (from: string, which: string): string => `
  CREATE OR REPLACE FUNCTION resolution_has_no_no() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT ON (party) choice FROM votes ${from}
                     WHERE ballot_id = NEW.ballot_id ${which} ORDER BY party, version DESC) last
        WHERE choice = 'NO')
        AND EXISTS (SELECT FROM ballots WHERE id = NEW.ballot_id AND adoption_rule = 'UNANIMITY') THEN
        RAISE EXCEPTION 'there is no resolution against the No of a Land' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$`;

const textAsVoted = `
  ALTER TABLE resolutions DROP CONSTRAINT resolutions_text_as_voted,
    ADD CONSTRAINT resolutions_ballot FOREIGN KEY (ballot_id) REFERENCES ballots;
  CREATE FUNCTION resolution_has_text_as_voted() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.ballot_id IS NULL
        OR EXISTS (SELECT FROM ballots WHERE id = NEW.ballot_id AND kind <> 'BLOCK' AND text_hash = NEW.text_hash)
        OR EXISTS (SELECT FROM ballot_items
                   WHERE ballot_id = NEW.ballot_id AND topic_id = NEW.topic_id AND text_hash = NEW.text_hash) THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a resolution has the text that was voted on' USING ERRCODE = 'integrity_constraint_violation';
    END $$;
  CREATE TRIGGER resolution_has_text_as_voted BEFORE INSERT ON resolutions
    FOR EACH ROW EXECUTE FUNCTION resolution_has_text_as_voted()`;

/** What the earlier tables cannot hold. */
const removeBlocks = ['resolutions', 'votes', 'bund_positions']
  .map(
    (table) => `
      ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER ${table}_are_append_only;
      DELETE FROM ${table} WHERE ballot_id IN (SELECT id FROM ballots WHERE kind = 'BLOCK');
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER ${table}_are_append_only;`,
  )
  .join('\n');
