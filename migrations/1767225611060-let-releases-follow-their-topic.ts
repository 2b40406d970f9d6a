import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who no longer sees a topic no longer sees its releases; of those who see it, the parties and the two offices do. */
export class LetReleasesFollowTheirTopic1767225611060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION releases_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          seeing int[] := ARRAY(SELECT code FROM unnest(NEW.audience) AS code
                                WHERE code BETWEEN 0 AND 17 OR code IN (201, 202));
        BEGIN
          UPDATE releases SET audience = seeing WHERE topic_id = NEW.id;
          UPDATE history SET audience = seeing FROM releases
            WHERE releases.topic_id = NEW.id AND record_kind = 'release' AND record_id = releases.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER releases_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION releases_follow_topic();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER releases_follow_topic ON topics;
      DROP FUNCTION releases_follow_topic();
    `);
  }
}
