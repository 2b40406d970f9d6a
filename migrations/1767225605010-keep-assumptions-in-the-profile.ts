import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A profile holds every assumption about a conference of ministers and can be edited. A conference keeps the names and
 * the days it was planned with; numbers of sessions are counted per conference of ministers.
 */
export class KeepAssumptionsInTheProfile1767225605010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`SELECT set_config('app.audience', '{0}', true);`);
    await queryRunner.query(profiles);
    await queryRunner.query(conferences);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT set_config('app.audience', '{0}', true);
      ALTER TABLE conferences
        DROP CONSTRAINT conferences_number_once,
        ADD CONSTRAINT conferences_number_once UNIQUE (number),
        DROP names, DROP committees_from, DROP committees_to, DROP agenda_draft_deadline, DROP pre_conference_on,
        DROP final_papers_deadline;
      DROP POLICY adds ON conference_profiles;
      DROP POLICY changes ON conference_profiles;
      REVOKE INSERT, UPDATE ON conference_profiles FROM km_app;
      ALTER TABLE conference_profiles
        DROP CONSTRAINT conference_profiles_schedule,
        DROP CONSTRAINT conference_profiles_days,
        DROP id, DROP committees_from_weeks, DROP committees_to_weeks, DROP agenda_draft_weeks,
        DROP pre_conference_weeks, DROP final_papers_weeks, DROP special_schedule_unit, DROP comment_from_days,
        DROP comment_to_days, DROP written_procedure_days, DROP written_procedure_urgent_days, DROP adoption_rule,
        DROP may_demand_discussion, DROP names, DROP revision;
    `);
  }
}

const names = JSON.stringify({
  conference: 'Ständige Konferenz der Innenminister und -senatoren der Länder',
  conferenceGenitive: 'Ständigen Konferenz der Innenminister und -senatoren der Länder',
  shortName: 'IMK',
  office: 'Geschäftsstelle',
  writtenProcedure: 'Umlaufverfahren',
  writtenResolution: 'Umlaufbeschluss',
  bodies: {},
  lists: {},
});

const profiles = `
  ALTER TABLE conference_profiles
    ADD id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT conference_profiles_id UNIQUE,
    ADD committees_from_weeks int NOT NULL DEFAULT 10,
    ADD committees_to_weeks int NOT NULL DEFAULT 7,
    ADD agenda_draft_weeks int NOT NULL DEFAULT 4,
    ADD pre_conference_weeks int NOT NULL DEFAULT 2,
    ADD final_papers_weeks int NOT NULL DEFAULT 1,
    ADD special_schedule_unit text NOT NULL DEFAULT 'DAYS'
      CONSTRAINT conference_profiles_unit CHECK (special_schedule_unit IN ('WEEKS', 'DAYS')),
    ADD comment_from_days int NOT NULL DEFAULT 5,
    ADD comment_to_days int NOT NULL DEFAULT 10,
    ADD written_procedure_days int NOT NULL DEFAULT 10,
    ADD written_procedure_urgent_days int NOT NULL DEFAULT 2,
    ADD adoption_rule text NOT NULL DEFAULT 'UNANIMITY'
      CONSTRAINT conference_profiles_adoption_rule CHECK (adoption_rule IN ('UNANIMITY', 'MAJORITY')),
    ADD may_demand_discussion text NOT NULL DEFAULT 'ANY_PARTY'
      CONSTRAINT conference_profiles_demand CHECK (may_demand_discussion IN ('ANY_LAND', 'ANY_PARTY', 'CHAIR')),
    ADD names jsonb NOT NULL DEFAULT '${names}',
    ADD revision int NOT NULL DEFAULT 1,
    ADD CONSTRAINT conference_profiles_schedule CHECK (agenda_draft_weeks >= pre_conference_weeks
      AND pre_conference_weeks >= final_papers_weeks AND final_papers_weeks >= 0),
    ADD CONSTRAINT conference_profiles_days CHECK (comment_from_days BETWEEN 1 AND comment_to_days
      AND written_procedure_urgent_days BETWEEN 1 AND written_procedure_days);
  ALTER TABLE conference_profiles
    ALTER id DROP DEFAULT, ALTER committees_from_weeks DROP DEFAULT, ALTER committees_to_weeks DROP DEFAULT,
    ALTER agenda_draft_weeks DROP DEFAULT, ALTER pre_conference_weeks DROP DEFAULT,
    ALTER final_papers_weeks DROP DEFAULT, ALTER special_schedule_unit DROP DEFAULT,
    ALTER comment_from_days DROP DEFAULT, ALTER comment_to_days DROP DEFAULT,
    ALTER written_procedure_days DROP DEFAULT, ALTER written_procedure_urgent_days DROP DEFAULT,
    ALTER adoption_rule DROP DEFAULT, ALTER may_demand_discussion DROP DEFAULT, ALTER names DROP DEFAULT,
    ALTER revision DROP DEFAULT;
  CREATE POLICY adds ON conference_profiles FOR INSERT WITH CHECK ((SELECT actor_is_known()));
  CREATE POLICY changes ON conference_profiles FOR UPDATE
    USING ((SELECT actor_is_known())) WITH CHECK ((SELECT actor_is_known()));
  GRANT INSERT, UPDATE ON conference_profiles TO km_app`;

const endOf = (weeks: number): string =>
  `((starts_on - ${weeks * 7})::timestamp + interval '23:59:59') AT TIME ZONE 'Europe/Berlin'`;

const conferences = `
  ALTER TABLE conferences
    ADD names jsonb, ADD committees_from date, ADD committees_to date, ADD agenda_draft_deadline timestamptz,
    ADD pre_conference_on date, ADD final_papers_deadline timestamptz,
    DROP CONSTRAINT conferences_number_once,
    ADD CONSTRAINT conferences_number_once UNIQUE (profile_code, number);
  UPDATE conferences SET names = '${names}', committees_from = starts_on - 70, committees_to = starts_on - 49,
    agenda_draft_deadline = ${endOf(4)}, pre_conference_on = starts_on - 14, final_papers_deadline = ${endOf(1)};
  ALTER TABLE conferences
    ALTER names SET NOT NULL, ALTER committees_from SET NOT NULL, ALTER committees_to SET NOT NULL,
    ALTER agenda_draft_deadline SET NOT NULL, ALTER pre_conference_on SET NOT NULL,
    ALTER final_papers_deadline SET NOT NULL`;
