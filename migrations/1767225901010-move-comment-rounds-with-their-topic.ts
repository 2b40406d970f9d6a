import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An open round of comments belongs to the conference for which its topic is meant, and so does its deadline: what is
 * deferred takes both with it. The days that were given stay, and a round that is over stays with the conference that
 * held it.
 */
export class MoveCommentRoundsWithTheirTopic1767225901010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(guard("may_change - 'conference_id'", followsItsTopic));
    await queryRunner.query(ofDeadlines('conference_id = EXCLUDED.conference_id, ', ['conference_id']));
    await queryRunner.query(`
      CREATE FUNCTION comment_round_moves_with_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE comment_rounds SET conference_id = NEW.conference_id WHERE topic_id = NEW.id AND state = 'OPEN';
          RETURN NULL;
        END $$;
      CREATE TRIGGER comment_round_moves_with_topic AFTER UPDATE OF conference_id ON topics FOR EACH ROW
        WHEN (OLD.conference_id <> NEW.conference_id) EXECUTE FUNCTION comment_round_moves_with_topic();
      SELECT set_config('app.audience', '{0}', true);
      UPDATE comment_rounds SET conference_id = topics.conference_id FROM topics
        WHERE topics.id = topic_id AND comment_rounds.state = 'OPEN' AND topics.conference_id <> comment_rounds.conference_id;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER comment_round_moves_with_topic ON topics;
      DROP FUNCTION comment_round_moves_with_topic();
    `);
    await queryRunner.query(guard('may_change'));
    await queryRunner.query(ofDeadlines());
  }
}

const followsItsTopic = `
      IF NEW.conference_id <> OLD.conference_id
         AND NOT EXISTS (SELECT FROM topics WHERE id = NEW.topic_id AND conference_id = NEW.conference_id) THEN
        RAISE EXCEPTION 'a round of comments belongs to the conference of its topic'
          USING ERRCODE = 'insufficient_privilege';
      END IF;`;

const guard = (apart: string, further = ''): string => `
  CREATE OR REPLACE FUNCTION comment_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE may_change text[] := '{state,closes_at,ended_at,revision,audience}';
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a round of comments cannot be removed' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF to_jsonb(NEW) - ${apart} <> to_jsonb(OLD) - ${apart} THEN
        RAISE EXCEPTION 'what a round of comments asks, and whom, cannot be changed'
          USING ERRCODE = 'insufficient_privilege';
      END IF;${further}
      IF OLD.state <> 'OPEN' AND to_jsonb(NEW) - 'audience' <> to_jsonb(OLD) - 'audience' THEN
        RAISE EXCEPTION 'a round of comments that has ended cannot go on' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`;

/** A round that ended by its deadline leaves it to the sweep to note that it is over; any other end settles it. */
const ofDeadlines = (change = '', columns: readonly string[] = []): string => `
  CREATE OR REPLACE FUNCTION deadlines_of_comment_round() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state_now text := CASE WHEN NEW.state = 'OPEN' OR (NEW.state = 'CLOSED' AND NEW.ended_at >= NEW.closes_at)
      THEN 'OPEN' ELSE 'SETTLED' END;
    BEGIN
      INSERT INTO deadlines AS known
        (id, kind, subject_kind, subject_id, conference_id, basis, due_at, original_due_at, state, audience)
      VALUES (gen_random_uuid(), 'COMMENT_ROUND', 'commentRound', NEW.id, NEW.conference_id, 'FIXED', NEW.closes_at,
        NEW.closes_at, state_now, NEW.audience)
      ON CONFLICT (subject_id, kind) DO UPDATE SET ${change}due_at = EXCLUDED.due_at,
        state = CASE WHEN EXCLUDED.state = 'OPEN' AND known.due_at = EXCLUDED.due_at THEN known.state
                     ELSE EXCLUDED.state END,
        set_at = CASE WHEN known.due_at = EXCLUDED.due_at THEN known.set_at ELSE now() END,
        audience = EXCLUDED.audience, revision = known.revision + 1
      WHERE (${[...columns, 'due_at'].map((column) => `known.${column}`).join(', ')}, known.state = 'SETTLED', known.audience)
        IS DISTINCT FROM
        (${[...columns, 'due_at'].map((column) => `EXCLUDED.${column}`).join(', ')}, EXCLUDED.state = 'SETTLED',
         EXCLUDED.audience);
      RETURN NULL;
    END $$`;
