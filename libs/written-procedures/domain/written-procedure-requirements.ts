import { BUND, partyNames, type TopicState } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import {
  isOver,
  type ProcedureTopic,
  type WrittenProcedure,
  type WrittenProcedureContext,
  type WrittenProcedureInput,
} from './written-procedure.js';

type ProcedureRequirement = Requirement<WrittenProcedure, WrittenProcedureContext>;

const HOUR = 60 * 60 * 1000;
const YEAR = 366 * 24 * HOUR;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (
    check: (
      input: WrittenProcedureInput,
      procedure: WrittenProcedure,
      context: WrittenProcedureContext,
    ) => Refusal | null,
  ): ProcedureRequirement =>
  (procedure, context) =>
    context.input === null ? null : check(context.input, procedure, context);

const ofTopic =
  (check: (topic: ProcedureTopic, context: WrittenProcedureContext) => Refusal | null): ProcedureRequirement =>
  (_procedure, context) =>
    context.topic === null ? null : check(context.topic, context);

export const givesReason = asksFor(({ reason }) =>
  isBlank(reason) ? { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' } : null,
);

const openStates: readonly TopicState[] = ['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE', 'IN_WRITTEN_PROCEDURE'];

export const topicIsBeforeTheConference = ofTopic(({ state }) =>
  openStates.includes(state)
    ? null
    : {
        code: 'TOPIC_NOT_READY',
        message: 'In das Umlaufverfahren gelangt ein Thema aus der Vorkonferenz oder der Hauptkonferenz.',
      },
);

/** Fireside talks hold no documents, votes or resolutions (invariant 8). */
export const isNoFiresideTalk = ofTopic(({ kind }) =>
  kind === 'FIRESIDE'
    ? { code: 'FIRESIDE_HAS_NO_VOTE', message: 'Über ein Kamingespräch wird nicht abgestimmt.' }
    : null,
);

export const hasText = ofTopic(({ textHash }) =>
  textHash === null
    ? { code: 'PROPOSAL_MISSING', message: 'Es gibt keinen Beschlussvorschlag, über den abzustimmen wäre.' }
    : null,
);

/** Whoever cannot read the text cannot vote on it, and silence would speak for them. */
export const isForAllParties = ofTopic(({ classification }) =>
  classification === 'RESTRICTED'
    ? {
        code: 'TOPIC_RESTRICTED',
        message: 'Das Thema ist auf benannte Stellen beschränkt. Im Umlaufverfahren stimmen alle Länder ab.',
      }
    : null,
);

export const isTheOnlyProcedure = ofTopic(({ hasUnfinishedProcedure }) =>
  hasUnfinishedProcedure
    ? { code: 'PROCEDURE_EXISTS', message: 'Zu diesem Thema gibt es bereits ein Umlaufverfahren.' }
    : null,
);

export const hasNoOpenBallot = ofTopic(({ openBallotId }) =>
  openBallotId === null ? null : { code: 'BALLOT_OPEN', message: 'Zu dem Thema läuft eine Abstimmung.' },
);

/** The chair opens the procedure on the text that was read, not on one that somebody is still changing. */
export const namesTextOfTopic = asksFor(({ textHash }, _procedure, { topic }) =>
  topic === null || textHash === topic.textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message: 'Der Text wurde inzwischen geändert. Bitte lesen Sie die aktuelle Fassung.',
        details: { textHash: topic.textHash },
      },
);

export const leavesEnoughTime = asksFor(({ closesAt }, _procedure, { now, leavesHours }) => {
  const left = (closesAt?.getTime() ?? 0) - now.getTime();
  if (left > 0 && left >= (leavesHours ?? 0) * HOUR) return null;
  const time = leavesHours === 1 ? 'eine Stunde' : `${leavesHours} Stunden`;
  const message = leavesHours
    ? `Bis zur Frist muss mindestens ${time} Zeit sein.`
    : 'Die Frist muss in der Zukunft liegen.';
  return { code: 'DEADLINE_TOO_SOON', field: 'closesAt', message };
});

/** A year that was mistyped would keep the topic from every session until then. */
export const endsWithinAYear = asksFor(({ closesAt }, _procedure, { now }) =>
  closesAt === undefined || closesAt.getTime() - now.getTime() <= YEAR
    ? null
    : { code: 'DEADLINE_TOO_FAR', field: 'closesAt', message: 'Die Frist endet spätestens in einem Jahr.' },
);

/** Less than the regular time is urgent, and urgency is explained. */
export const saysWhyItIsUrgent = asksFor(({ closesAt, urgencyReason }, _procedure, { regularDeadline }) =>
  closesAt === undefined ||
  regularDeadline === null ||
  closesAt.getTime() >= regularDeadline.getTime() ||
  !isBlank(urgencyReason)
    ? null
    : {
        code: 'URGENCY_REASON_REQUIRED',
        field: 'urgencyReason',
        message: 'Die Frist ist kürzer als üblich. Bitte begründen Sie die Eilbedürftigkeit.',
        details: { regularDeadline: regularDeadline.toISOString() },
      },
);

/** Whatever any queue did: the instant itself ends the procedure (invariant 11). */
export const isBeforeItsEnd: ProcedureRequirement = (procedure, { now }) =>
  isOver(procedure, now)
    ? {
        code: 'DEADLINE_PASSED',
        message: 'Die Frist ist abgelaufen. Das Ergebnis wird festgestellt.',
        details: { deadline: procedure.closesAt?.toISOString() ?? null },
      }
    : null;

export const isAtItsEnd: ProcedureRequirement = (procedure, { now }) =>
  isOver(procedure, now) ? null : { code: 'STILL_RUNNING', message: 'Die Frist läuft noch.' };

export const namesPartyAndChoice = asksFor(({ party, choice }) => {
  if (party === undefined)
    return { code: 'FIELD_REQUIRED', field: 'party', message: 'Bitte wählen Sie das Land oder den Bund.' };
  return choice === undefined
    ? { code: 'FIELD_REQUIRED', field: 'choice', message: 'Bitte wählen Sie die Stimme.' }
    : null;
});

/** Only in the party's own name (invariant 7). */
export const actsForOwnParty = asksFor(({ party }, _procedure, { ownParties }) =>
  party === undefined || ownParties.includes(party)
    ? null
    : {
        code: 'NOT_ENTITLED',
        field: 'party',
        message: `Für ${party === BUND ? 'den Bund' : partyNames[party]} handelt nur die eigene Koordination.`,
      },
);

/** A vote given for the text of an earlier round is none on this one. */
export const namesTextOfRound = asksFor(({ textHash }, procedure) =>
  textHash === procedure.textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message: 'Abgestimmt wird über eine andere Fassung. Bitte lesen Sie die aktuelle Fassung.',
        details: { textHash: procedure.textHash },
      },
);

export const isEntitledToDiscussion: ProcedureRequirement = ({ rule }, { capacities, ownParties }) => {
  if (rule === null || capacities.has('CHAIR')) return null;
  if (rule.mayDemandDiscussion === 'ANY_PARTY') return null;
  if (rule.mayDemandDiscussion === 'ANY_LAND' && ownParties.some((party) => party !== BUND)) return null;
  const who = rule.mayDemandDiscussion === 'ANY_LAND' ? 'ein Land oder der Vorsitz' : 'der Vorsitz';
  return { code: 'NOT_ENTITLED', message: `Eine Erörterung verlangen kann ${who}.` };
};

export const writesAnotherText = asksFor(({ proposal }, procedure) =>
  proposal !== undefined && proposal.textHash !== procedure.textHash
    ? null
    : {
        code: 'TEXT_UNCHANGED',
        field: 'clauses',
        message: 'Der Text ist derselbe. Eine neue Runde braucht einen neuen.',
      },
);

export const allHaveVoted: ProcedureRequirement = (_procedure, { standing }) =>
  standing === null || standing.haveAllVoted
    ? null
    : { code: 'VOTES_MISSING', message: 'Es haben noch nicht alle Länder abgestimmt.' };

export const votesAdopt: ProcedureRequirement = (_procedure, { standing }) =>
  standing === null || standing.isAdopted
    ? null
    : { code: 'NOT_ADOPTED', message: 'Nach den Stimmen ist der Text nicht beschlossen.' };

export const votesDoNotAdopt: ProcedureRequirement = (_procedure, { standing }) =>
  standing === null || !standing.isAdopted
    ? null
    : { code: 'ADOPTED', message: 'Nach den Stimmen ist der Text beschlossen.' };

export const isNotReportedYet: ProcedureRequirement = ({ reportedConferenceId }) =>
  reportedConferenceId === null
    ? null
    : { code: 'ALREADY_REPORTED', message: 'Über dieses Umlaufverfahren wurde bereits berichtet.' };

/** A request that was never opened is nothing to report. */
export const wasStarted: ProcedureRequirement = ({ startedAt }) =>
  startedAt === null ? { code: 'NEVER_STARTED', message: 'Das Umlaufverfahren wurde nie eröffnet.' } : null;

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
