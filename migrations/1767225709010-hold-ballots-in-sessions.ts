import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ballot at the table belongs to the session in which it is opened. The session counts those whose result is not
 * determined yet: as long as there is one, it is not concluded. The row of the session is locked for both, so that no
 * ballot is opened while the session is being concluded.
 */
export class HoldBallotsInSessions1767225709010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sessions ADD pending_ballots int NOT NULL DEFAULT 0
        CONSTRAINT sessions_pending_ballots CHECK (pending_ballots >= 0);
      ALTER TABLE ballots
        ADD session_id uuid CONSTRAINT ballots_session_fk REFERENCES sessions,
        ADD CONSTRAINT ballots_session CHECK (session_id IS NULL OR kind <> 'WRITTEN_PROCEDURE');
      CREATE INDEX ballots_session_index ON ballots (session_id);
    `);
    await queryRunner.query(backfill);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ballots DROP session_id;
      ALTER TABLE sessions DROP pending_ballots;
    `);
  }
}

/** Until now a ballot could be opened whenever the topic had come so far; it belongs to the session of that agenda. */
const backfill = `
  ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE agendas NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE agenda_items NO FORCE ROW LEVEL SECURITY;
  UPDATE ballots SET session_id = (
    SELECT sessions.id FROM sessions JOIN agendas ON agendas.conference_id = sessions.conference_id
    WHERE agendas.id = coalesce(ballots.agenda_id,
        (SELECT item.agenda_id FROM agenda_items item WHERE item.id = ballots.agenda_item_id))
      AND sessions.body_code = 'MAIN_CONFERENCE' AND sessions.state <> 'CANCELLED'
    ORDER BY sessions.starts_on, sessions.id LIMIT 1)
  WHERE kind <> 'WRITTEN_PROCEDURE';
  UPDATE sessions SET pending_ballots =
    (SELECT count(*) FROM ballots WHERE session_id = sessions.id AND ballots.state IN ('OPEN', 'CLOSED'));
  ALTER TABLE agenda_items FORCE ROW LEVEL SECURITY;
  ALTER TABLE agendas FORCE ROW LEVEL SECURITY;
  ALTER TABLE ballots FORCE ROW LEVEL SECURITY;
  ALTER TABLE sessions FORCE ROW LEVEL SECURITY`;
