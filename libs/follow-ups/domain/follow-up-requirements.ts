import { BUND, implementationStatusNames, landCodes, type PartyCode } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import { isPast, lastDayOf } from './due.js';
import { isUnfulfilled, type FollowUp, type FollowUpActionInput, type FollowUpContext } from './follow-up.js';

type FollowUpRequirement = Requirement<FollowUp, FollowUpContext>;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (
    check: (input: FollowUpActionInput, followUp: FollowUp, context: FollowUpContext) => Refusal | null,
  ): FollowUpRequirement =>
  (followUp, context) =>
    context.input === null ? null : check(context.input, followUp, context);

const LONGEST_TASK = 2000;
const LONGEST_REPORT = 50_000;

const isFilled = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

export const namesClauseOfResolution = asksFor((_input, { clauseId }, { origin }) => {
  if (origin === null) {
    const message = 'Den Beschluss gibt es nicht, oder Sie dürfen ihn nicht sehen.';
    return { code: 'RESOLUTION_UNKNOWN', field: 'resolutionId', message };
  }
  return origin.clauseIds.has(clauseId)
    ? null
    : { code: 'CLAUSE_UNKNOWN', field: 'clauseId', message: 'Diese Ziffer steht nicht in dem Beschluss.' };
});

export const saysWhatToDo = asksFor((_input, { task }) => {
  if (!isFilled(task)) return { code: 'FIELD_REQUIRED', field: 'task', message: 'Bitte beschreiben Sie den Auftrag.' };
  return task.length > LONGEST_TASK
    ? { code: 'FIELD_TOO_LONG', field: 'task', message: `Der Auftrag hat höchstens ${LONGEST_TASK} Zeichen.` }
    : null;
});

/** The Bund is only asked, never charged (domain.md §2); and what all Länder implement is asked of all Länder. */
export const suitsItsAddressee = asksFor((_input, { kind, addressee }, { addresseeExists, addresseeSeesOrigin }) => {
  if (!addresseeExists) {
    return { code: 'ADDRESSEE_UNKNOWN', field: 'addressee', message: 'Dieses Gremium gibt es heute nicht.' };
  }
  if (!addresseeSeesOrigin) {
    const message = 'Diese Stelle darf den Beschluss nicht sehen. Bitte wählen Sie eine der beteiligten Stellen.';
    return { code: 'ADDRESSEE_MAY_NOT_SEE', field: 'addressee', message };
  }
  if (kind === 'MANDATE' && addressee.kind === 'PARTY' && addressee.code === BUND) {
    const message = 'Der Bund wird nur gebeten, nicht beauftragt. Bitte wählen Sie „Bitte“ oder „Berichtsauftrag“.';
    return { code: 'BUND_IS_ONLY_ASKED', field: 'kind', message };
  }
  return (kind === 'IMPLEMENTATION') === (addressee.kind === 'ALL_LAENDER')
    ? null
    : {
        code: 'ADDRESSEE_DOES_NOT_SUIT',
        field: 'addressee',
        message: 'Die Umsetzung in den Ländern richtet sich an alle Länder, alles andere an eine bestimmte Stelle.',
      };
});

/** A follow-up that was overdue on the day it was made could only be a mistake. */
export const isDueLater = asksFor((input, followUp, { today, conferenceStartsOn }) => {
  const due = input.due ?? followUp.due;
  if (due.kind === 'CONDITION' && !isFilled(due.condition)) {
    return { code: 'FIELD_REQUIRED', field: 'condition', message: 'Bitte nennen Sie die Bedingung.' };
  }
  return isPast(due, conferenceStartsOn, today)
    ? { code: 'DUE_IN_THE_PAST', field: 'due', message: 'Der Termin liegt in der Vergangenheit.' }
    : null;
});

/** Asking once more makes sense only of whoever has not yet delivered. */
export const repeatsAnUnfulfilledOne = asksFor((_input, { repeatsId, addressee }, { repeated }) => {
  if (repeatsId === null) return null;
  if (repeated === null) {
    const message = 'Den wiederholten Auftrag gibt es nicht, oder Sie dürfen ihn nicht sehen.';
    return { code: 'REPEATED_UNKNOWN', field: 'repeatsId', message };
  }
  if (!isUnfulfilled(repeated)) {
    return { code: 'REPEATED_IS_FULFILLED', field: 'repeatsId', message: 'Dieser Auftrag ist bereits erfüllt.' };
  }
  return repeated.addressee.kind === addressee.kind && repeated.addressee.code === addressee.code
    ? null
    : { code: 'REPEATED_OF_ANOTHER', field: 'repeatsId', message: 'Wiederholt wird nur gegenüber derselben Stelle.' };
});

export const givesReason = asksFor(({ reason }) =>
  isFilled(reason) ? null : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' },
);

export const handsInReport = asksFor(({ report }) => {
  if (!isFilled(report))
    return { code: 'FIELD_REQUIRED', field: 'report', message: 'Bitte legen Sie den Bericht vor.' };
  return (report ?? '').length > LONGEST_REPORT
    ? { code: 'FIELD_TOO_LONG', field: 'report', message: `Der Bericht hat höchstens ${LONGEST_REPORT} Zeichen.` }
    : null;
});

/** More time is given by a resolution, not by an office (domain.md §2). */
export const namesLaterResolution: FollowUpRequirement = (followUp, { input, origin, extension }) => {
  if (input === null) return null;
  const isLater =
    extension !== null &&
    extension.resolutionId !== followUp.resolutionId &&
    (origin === null || extension.adoptedOn >= origin.adoptedOn);
  return isLater
    ? null
    : {
        code: 'LATER_RESOLUTION_REQUIRED',
        field: 'resolutionId',
        message: 'Verlängert wird durch einen späteren Beschluss. Bitte nennen Sie ihn.',
      };
};

export const givesMoreTime = asksFor(({ due }, followUp) => {
  if (due === undefined) return { code: 'FIELD_REQUIRED', field: 'due', message: 'Bitte nennen Sie den neuen Termin.' };
  return lastDayOf(due, null) > lastDayOf(followUp.due, null)
    ? null
    : { code: 'NOT_LATER', field: 'due', message: 'Der neue Termin liegt nicht nach dem bisherigen.' };
});

export const waitsForCondition: FollowUpRequirement = ({ due }) =>
  due.kind === 'CONDITION' ? null : { code: 'NO_CONDITION', message: 'Der Auftrag hängt von keiner Bedingung ab.' };

export const waitsForNoCondition: FollowUpRequirement = ({ due }) =>
  due.kind === 'CONDITION' ? { code: 'CONDITION_PENDING', message: 'Die Bedingung ist noch nicht eingetreten.' } : null;

export const isNoImplementation: FollowUpRequirement = ({ kind }) =>
  kind === 'IMPLEMENTATION'
    ? { code: 'EACH_LAND_REPORTS', message: 'Über die Umsetzung berichtet jedes Land für sich.' }
    : null;

export const isImplementation: FollowUpRequirement = ({ kind }) =>
  kind === 'IMPLEMENTATION'
    ? null
    : { code: 'NOT_AN_IMPLEMENTATION', message: 'Hier ist nichts in den Ländern umzusetzen.' };

/** Only in the Land's own name; the Bund implements nothing here. */
export const speaksForOwnLand: FollowUpRequirement = (_followUp, { input, ownParties }) => {
  const own: readonly PartyCode[] = ownParties.filter((party) => party !== BUND);
  if (input === null) {
    return own.length > 0 ? null : { code: 'NOT_ENTITLED', message: 'Den Umsetzungsstand melden die Länder.' };
  }
  const party: PartyCode | undefined = input.implementation?.party;
  return party !== undefined && own.includes(party)
    ? null
    : { code: 'NOT_ENTITLED', field: 'party', message: 'Den Umsetzungsstand meldet jedes Land für sich.' };
};

export const namesStatus = asksFor(({ implementation }) =>
  implementation !== undefined && Object.hasOwn(implementationStatusNames, implementation.status)
    ? null
    : { code: 'FIELD_REQUIRED', field: 'status', message: 'Bitte wählen Sie den Umsetzungsstand.' },
);

/** Done everywhere is what every Land itself says. */
export const everyLandHasFinished: FollowUpRequirement = (_followUp, { implementations }) => {
  const finished: ReadonlySet<string> = new Set(
    implementations
      .filter(({ status }) => status === 'IMPLEMENTED' || status === 'NOT_INTENDED')
      .map(({ party }) => party),
  );
  const missing = landCodes.filter((land) => !finished.has(land));
  if (missing.length === 0) return null;
  const message = `Die Umsetzung ist noch offen in: ${missing.join(', ')}.`;
  return { code: 'IMPLEMENTATION_MISSING', message, details: { parties: missing } };
};

export const conferenceIsPlanned: FollowUpRequirement = ({ due }, { conferenceStartsOn }) =>
  due.kind === 'CONFERENCE' && conferenceStartsOn !== null
    ? null
    : { code: 'CONFERENCE_NOT_PLANNED', message: 'Die Konferenz, zu der berichtet wird, ist noch nicht geplant.' };

export const hasNotReturnedYet: FollowUpRequirement = ({ returnedTopicId }) =>
  returnedTopicId === null
    ? null
    : { code: 'ALREADY_RETURNED', message: 'Der Auftrag ist bereits als Thema zurückgekehrt.' };
