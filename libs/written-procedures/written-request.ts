import type { PartyCode } from '#glossary';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import type { Topic } from '#topics';
import { writtenProcedureLifecycle } from './domain/written-procedure-lifecycle.js';
import type { WrittenProcedure, WrittenProcedureContext } from './domain/written-procedure.js';
import { procedureTopicOf } from './persistence/held-procedures.js';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';

const ACTION = 'requestWrittenProcedure';

/** Whether a procedure may be asked for on this topic, as its page offers it. */
export function requestOn(
  topic: Topic,
  procedures: readonly StoredProcedure[],
  context: WrittenProcedureContext,
): ActionAvailability {
  const known = { ...context, topic: procedureTopicOf(topic, procedures.some(isUnfinished)) };
  const verdict = permit(writtenProcedureLifecycle, newProcedure('', topic, null), ACTION, known);
  const offered = { action: ACTION, label: writtenProcedureLifecycle.labels[ACTION] ?? ACTION };
  if (!verdict.ok) return { ...offered, available: false, refusals: verdict.refusals };
  const capacity = writtenProcedureLifecycle.capacities[verdict.capacity];
  return { ...offered, available: true, capacity, refusals: [] };
}

export function isUnfinished({ state }: StoredProcedure): boolean {
  return state === 'DRAFT' || state === 'RUNNING';
}

/** A procedure before its first decision. */
export function newProcedure(id: string, topic: Topic, requestedBy: PartyCode | null): WrittenProcedure {
  return {
    id,
    topicId: topic.id,
    conferenceId: topic.conferenceId,
    state: 'NEW',
    requestedBy,
    requestReason: '',
    number: null,
    resolutionNumber: null,
    round: 0,
    proposalVersionId: null,
    textHash: null,
    rule: null,
    urgencyReason: null,
    startedAt: null,
    closesAt: null,
    endedEarlyAt: null,
    endedAt: null,
    reportedConferenceId: null,
    revision: 0,
  };
}
