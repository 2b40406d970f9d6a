import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links from a topic to earlier topics, resolutions and clauses as rows that refer to what they cite, so that both ends
 * can tell of the other. A resolution, also one by written procedure, is referred to by its topic: there is one each. A
 * link is seen by whoever sees the topic that cites; a link taken away stays for the history.
 */
export class KeepPrecedentsAsRecords1767225706010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE topic_precedents (
        id uuid CONSTRAINT topic_precedents_pkey PRIMARY KEY,
        topic_id uuid NOT NULL CONSTRAINT topic_precedents_topic_fk REFERENCES topics,
        kind text NOT NULL CONSTRAINT topic_precedents_kind CHECK (kind IN ('TOPIC', 'RESOLUTION', 'CLAUSE')),
        cited_topic_id uuid NOT NULL CONSTRAINT topic_precedents_cited_fk REFERENCES topics,
        resolution_of uuid CONSTRAINT topic_precedents_resolution_fk REFERENCES resolutions (topic_id),
        clause_id uuid,
        version_id uuid CONSTRAINT topic_precedents_version_fk REFERENCES proposal_versions,
        removed_at timestamptz,
        audience int[] NOT NULL CONSTRAINT topic_precedents_audience_has_system CHECK (0 = ANY (audience)),
        CONSTRAINT topic_precedents_another CHECK (topic_id <> cited_topic_id),
        CONSTRAINT topic_precedents_one_target CHECK (resolution_of IS NULL OR resolution_of = cited_topic_id),
        CONSTRAINT topic_precedents_resolution CHECK (kind <> 'RESOLUTION' OR resolution_of IS NOT NULL),
        CONSTRAINT topic_precedents_clause CHECK (
          (kind = 'CLAUSE') = (clause_id IS NOT NULL) AND (clause_id IS NULL) = (version_id IS NULL))
      );
      CREATE INDEX topic_precedents_topic ON topic_precedents (topic_id);
      CREATE INDEX topic_precedents_cited ON topic_precedents (cited_topic_id);
      ${movedIntoTheTable}
      ALTER TABLE topics DROP COLUMN precedent_links;

      CREATE FUNCTION topic_precedents_follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE topic_precedents SET audience = NEW.audience WHERE topic_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER topic_precedents_follow_topic AFTER UPDATE OF audience ON topics FOR EACH ROW
        WHEN (OLD.audience IS DISTINCT FROM NEW.audience) EXECUTE FUNCTION topic_precedents_follow_topic();

      ALTER TABLE topic_precedents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON topic_precedents FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON topic_precedents FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON topic_precedents FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE (removed_at, audience) ON topic_precedents TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE topics ADD COLUMN precedent_links jsonb NOT NULL DEFAULT '[]'
        CONSTRAINT topics_precedent_links CHECK (jsonb_typeof(precedent_links) = 'array');
      ALTER TABLE topics NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE topic_precedents NO FORCE ROW LEVEL SECURITY;
      UPDATE topics SET precedent_links = kept.links
      FROM (SELECT topic_id, jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'topicId', cited_topic_id,
              'clauseId', clause_id) ORDER BY id) AS links
            FROM topic_precedents WHERE removed_at IS NULL GROUP BY topic_id) AS kept
      WHERE topics.id = kept.topic_id;
      ALTER TABLE topics FORCE ROW LEVEL SECURITY;
      DROP TRIGGER topic_precedents_follow_topic ON topics;
      DROP FUNCTION topic_precedents_follow_topic();
      DROP TABLE topic_precedents;
    `);
  }
}

/** The owner of the tables reads past the policies for as long as the rows move. */
const movedIntoTheTable = `
  ALTER TABLE topics NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE resolutions NO FORCE ROW LEVEL SECURITY;
  INSERT INTO topic_precedents (id, topic_id, kind, cited_topic_id, resolution_of, clause_id, version_id, audience)
  SELECT (link->>'id')::uuid, citing.id,
    CASE WHEN link->>'kind' = 'RESOLUTION' AND resolutions.id IS NULL THEN 'TOPIC' ELSE link->>'kind' END,
    cited.id, CASE WHEN link->>'kind' <> 'TOPIC' THEN resolutions.topic_id END, (link->>'clauseId')::uuid,
    CASE WHEN link->>'kind' = 'CLAUSE'
      THEN coalesce((cited.frozen_versions->>'AS_ADOPTED')::uuid, cited.proposal_version_id) END,
    citing.audience
  FROM topics AS citing CROSS JOIN LATERAL jsonb_array_elements(citing.precedent_links) AS link
  JOIN topics AS cited ON cited.id = (link->>'topicId')::uuid AND cited.id <> citing.id
  LEFT JOIN resolutions ON resolutions.topic_id = cited.id;
  ALTER TABLE topics FORCE ROW LEVEL SECURITY;
  ALTER TABLE resolutions FORCE ROW LEVEL SECURITY;`;
