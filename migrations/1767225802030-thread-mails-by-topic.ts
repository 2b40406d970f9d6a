import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a mail program shows as one conversation: everything about a topic, whether it is told of the topic itself, of a
 * ballot on it, of a procedure in writing, of a follow-up or of a round of comments; otherwise everything about the record.
 */
export class ThreadMailsByTopic1767225802030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Names the thread without naming the topic: the digest leads back to no id. Asked by the system, which sees all.
      CREATE FUNCTION thread_of_record(record_kind text, record uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
        DECLARE
          topic uuid;
        BEGIN
          CASE record_kind
            WHEN 'ballot' THEN SELECT topic_id INTO topic FROM ballots WHERE id = record;
            WHEN 'writtenProcedure' THEN SELECT topic_id INTO topic FROM written_procedures WHERE id = record;
            WHEN 'commentRound' THEN SELECT topic_id INTO topic FROM comment_rounds WHERE id = record;
            WHEN 'statement' THEN SELECT topic_id INTO topic FROM statements WHERE id = record;
            WHEN 'resolution' THEN SELECT topic_id INTO topic FROM resolutions WHERE id = record;
            WHEN 'followUp' THEN SELECT resolutions.topic_id INTO topic
              FROM follow_ups JOIN resolutions ON resolutions.id = resolution_id WHERE follow_ups.id = record;
            ELSE topic := NULL;
          END CASE;
          RETURN CASE WHEN topic IS NULL THEN md5('thread ' || record_kind || ' ' || record)
            ELSE md5('thread topic ' || topic) END::uuid;
        END $$;
      -- Null for what was told before: computed when the mail is written.
      ALTER TABLE notifications ADD thread_id uuid;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE notifications DROP thread_id;
      DROP FUNCTION thread_of_record(text, uuid);
    `);
  }
}
