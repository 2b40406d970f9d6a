import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics, seen by their audience only. */
export class CreateTopics1767225606000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE topics (
        id uuid CONSTRAINT topics_pkey PRIMARY KEY,
        state text NOT NULL CONSTRAINT topics_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED',
          'IN_COMMITTEE', 'IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE', 'DECIDED', 'WITHDRAWN')),
        kind text NOT NULL CONSTRAINT topics_kind CHECK (kind IN ('RESOLUTION', 'REPORT', 'DISCUSSION', 'INFORMATION', 'FIRESIDE')),
        title text NOT NULL CONSTRAINT topics_title CHECK (length(title) BETWEEN 1 AND 200),
        subtitle text,
        registrant_party text,
        registrant_body text,
        co_registrants text[] NOT NULL,
        conference_id uuid NOT NULL,
        lead_committee text,
        involved_committees text[] NOT NULL,
        facts text,
        rationale text,
        rapporteurs text[] NOT NULL,
        precedents text[] NOT NULL,
        attachments jsonb NOT NULL DEFAULT '[]' CONSTRAINT topics_attachments CHECK (jsonb_typeof(attachments) = 'array'),
        urgency_reason text,
        release_wish boolean NOT NULL,
        classification text NOT NULL CONSTRAINT topics_classification
          CHECK (classification IN ('PUBLIC', 'INTERNAL', 'RESTRICTED', 'VS_NFD')),
        pending_in_bundesrat boolean NOT NULL,
        financial_impact text,
        file_reference text,
        contact text,
        is_late boolean NOT NULL,
        chair_consented_at timestamptz,
        recommendation text CONSTRAINT topics_recommendation CHECK (recommendation IN ('AGREED', 'OPEN', 'INFORMATION_ONLY')),
        outcome text,
        proposal_version_id uuid,
        proposal_text_hash text,
        frozen_versions jsonb NOT NULL,
        open_ballot_id uuid,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        accepted_at timestamptz,
        updated_at timestamptz NOT NULL,
        revision int NOT NULL,
        audience int[] NOT NULL CONSTRAINT topics_audience_has_system CHECK (0 = ANY (audience)),
        CONSTRAINT topics_one_registrant CHECK ((registrant_party IS NULL) <> (registrant_body IS NULL)),
        CONSTRAINT topics_decided_has_outcome CHECK ((state = 'DECIDED') = (outcome IS NOT NULL))
      );
      CREATE INDEX topics_conference ON topics (conference_id);
      CREATE INDEX topics_updated ON topics (updated_at, id);
      ALTER TABLE topics ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sees ON topics FOR SELECT USING (audience && (SELECT actor_audience()));
      CREATE POLICY adds ON topics FOR INSERT WITH CHECK ((SELECT actor_is_known()));
      CREATE POLICY changes ON topics FOR UPDATE USING (audience && (SELECT actor_audience())) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON topics TO km_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE topics');
  }
}
