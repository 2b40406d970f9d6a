import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ballots of written procedures beside those on agenda items, with the instant at which they end. The rule of adoption
 * belongs to each ballot: only where unanimity was agreed on does a single No forbid the resolution.
 */
export class NameWhatABallotIsAbout1767225609310 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ballots
        ADD kind text NOT NULL DEFAULT 'ITEM'
          CONSTRAINT ballots_kind CHECK (kind IN ('ITEM', 'BLOCK', 'WRITTEN_PROCEDURE')),
        ADD adoption_rule text NOT NULL DEFAULT 'UNANIMITY'
          CONSTRAINT ballots_adoption_rule CHECK (adoption_rule IN ('UNANIMITY', 'MAJORITY')),
        ADD written_procedure_id uuid,
        ADD closes_at timestamptz,
        ALTER agenda_item_id DROP NOT NULL,
        ADD CONSTRAINT ballots_about CHECK ((kind = 'ITEM') = (agenda_item_id IS NOT NULL)
          AND (kind = 'WRITTEN_PROCEDURE') = (written_procedure_id IS NOT NULL)),
        ADD CONSTRAINT ballots_in_writing_end CHECK (kind <> 'WRITTEN_PROCEDURE' OR closes_at IS NOT NULL);
      ALTER TABLE ballots ALTER kind DROP DEFAULT, ALTER adoption_rule DROP DEFAULT;
      CREATE INDEX ballots_written_procedure ON ballots (written_procedure_id);

      ALTER TABLE resolutions
        ADD written_procedure_id uuid,
        ADD written_procedure_number text,
        ADD CONSTRAINT resolutions_written_procedure CHECK (
          (written_procedure_id IS NULL) = (written_procedure_number IS NULL)
          AND (written_procedure_id IS NULL OR item_number IS NULL));
      CREATE INDEX resolutions_written_procedure_index ON resolutions (written_procedure_id);
    `);
    await queryRunner.query(guard(`AND adoption_rule = 'UNANIMITY'`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY');
    await queryRunner.query(removeWrittenProcedures);
    await queryRunner.query(guard(''));
    await queryRunner.query(`
      ALTER TABLE resolutions DROP written_procedure_id, DROP written_procedure_number;
      DELETE FROM ballots WHERE kind <> 'ITEM';
      ALTER TABLE ballots FORCE ROW LEVEL SECURITY, DROP kind, DROP adoption_rule, DROP written_procedure_id, DROP closes_at,
        ALTER agenda_item_id SET NOT NULL;
    `);
  }
}

/** The guard of 1767225609000, for ballots under the given condition. */
const guard = (condition: string): string => `
  CREATE OR REPLACE FUNCTION resolution_has_no_no() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT ON (party) choice FROM votes
                     WHERE ballot_id = NEW.ballot_id AND text_hash = NEW.text_hash ORDER BY party, version DESC) last
        WHERE choice = 'NO') ${condition === '' ? '' : `AND EXISTS (SELECT FROM ballots WHERE id = NEW.ballot_id ${condition})`} THEN
        RAISE EXCEPTION 'there is no resolution against the No of a Land' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$`;

/** What the earlier tables cannot hold. */
const removeWrittenProcedures = ['resolutions', 'votes', 'bund_positions']
  .map(
    (table) => `
      ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER ${table}_are_append_only;
      DELETE FROM ${table} WHERE ballot_id IN (SELECT id FROM ballots WHERE kind <> 'ITEM');
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER ${table}_are_append_only;`,
  )
  .join('\n');
