import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a restricted topic the resolution and its corrections are seen by whoever sees the topic, also when that changes
 * after the decision; follow-ups hang on the resolution and follow it. Every other resolution stays open to all.
 */
export class LetResolutionsFollowTheirTopic1767225706030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION resolutions_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          seeing int[] := audience_without_guests(NEW.audience);
        BEGIN
          UPDATE resolutions SET audience = seeing WHERE topic_id = NEW.id;
          UPDATE resolution_corrections SET audience = seeing WHERE topic_id = NEW.id AND state = 'CONFIRMED';
          UPDATE history SET audience = seeing
            FROM (SELECT 'resolution' AS kind, id FROM resolutions WHERE topic_id = NEW.id
                  UNION SELECT 'correction', id FROM resolution_corrections
                    WHERE topic_id = NEW.id AND state = 'CONFIRMED') AS record
            WHERE record_kind = record.kind AND record_id = record.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER resolutions_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience AND NEW.classification IN ('RESTRICTED', 'VS_NFD'))
        EXECUTE FUNCTION resolutions_follow_topic();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER resolutions_follow_topic ON topics;
      DROP FUNCTION resolutions_follow_topic();
    `);
  }
}
