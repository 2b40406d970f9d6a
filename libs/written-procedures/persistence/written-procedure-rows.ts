import type { WrittenProcedureState } from '#glossary';
import type { SeriesNumber, WrittenProcedure, WrittenRule } from '../domain/written-procedure.js';
import type { WrittenProcedureEntity } from './written-procedure.entity.js';

/** A written procedure that has been stored. */
export type StoredProcedure = WrittenProcedure & {
  readonly state: WrittenProcedureState;
  readonly profileCode: string;
  readonly requestedAt: Date;
};

/** A procedure as flat statements read it. Its audience is the database's business and stays there. */
export type ProcedureRow = Omit<WrittenProcedureEntity, 'audience'>;

export const procedureColumns = `procedure.id, procedure.topic_id AS "topicId", procedure.conference_id AS "conferenceId",
  procedure.profile_code AS "profileCode", procedure.state, procedure.requested_by AS "requestedBy",
  procedure.request_reason AS "requestReason", procedure.requested_at AS "requestedAt",
  procedure.number_year AS "numberYear", procedure.number, procedure.resolution_year AS "resolutionYear",
  procedure.resolution_number AS "resolutionNumber", procedure.round,
  procedure.proposal_version_id AS "proposalVersionId", procedure.text_hash AS "textHash",
  procedure.silence_rule AS "silenceRule", procedure.min_yes AS "minYes", procedure.adoption_rule AS "adoptionRule",
  procedure.may_demand_discussion AS "mayDemandDiscussion", procedure.urgency_reason AS "urgencyReason",
  procedure.started_at AS "startedAt", procedure.closes_at AS "closesAt",
  procedure.ended_early_at AS "endedEarlyAt", procedure.ended_at AS "endedAt",
  procedure.reported_conference_id AS "reportedConferenceId", procedure.revision`;

/** The domain's view of a row. */
export function procedureOf(row: ProcedureRow): StoredProcedure {
  const { numberYear, number, resolutionYear, resolutionNumber, ...others } = row;
  const { silenceRule, minYes, adoptionRule, mayDemandDiscussion, ...fields } = others;
  return {
    ...fields,
    number: numberOf(numberYear, number),
    resolutionNumber: numberOf(resolutionYear, resolutionNumber),
    rule: ruleOf({ silenceRule, minYes, adoptionRule, mayDemandDiscussion }),
  };
}

/** The row of a decided procedure, without its audience. */
export function rowOf(procedure: StoredProcedure): ProcedureRow {
  const { number, resolutionNumber, rule, ...fields } = procedure;
  return {
    ...fields,
    numberYear: number?.year ?? null,
    number: number?.number ?? null,
    resolutionYear: resolutionNumber?.year ?? null,
    resolutionNumber: resolutionNumber?.number ?? null,
    silenceRule: rule?.silenceRule ?? null,
    minYes: rule?.minYes ?? null,
    adoptionRule: rule?.adoptionRule ?? null,
    mayDemandDiscussion: rule?.mayDemandDiscussion ?? null,
  };
}

function numberOf(year: number | null, number: number | null): SeriesNumber | null {
  return year === null || number === null ? null : { year, number };
}

type RuleColumns = Pick<ProcedureRow, 'silenceRule' | 'minYes' | 'adoptionRule' | 'mayDemandDiscussion'>;

function ruleOf({ silenceRule, minYes, adoptionRule, mayDemandDiscussion }: RuleColumns): WrittenRule | null {
  if (silenceRule === null || minYes === null || adoptionRule === null || mayDemandDiscussion === null) return null;
  return { silenceRule, minYes, adoptionRule, mayDemandDiscussion };
}
