import type { Refusal } from '#platform/lifecycle';
import type { AssignmentContext, AssignmentEntry } from './assignment-context.js';
import { rolesGivenByCommitteeChairs, rolesGivenByCoordinators } from './assignment-record.js';
import { dayBefore, isDay, shownDay } from './days.js';
import { problemOfReason } from './reason.js';

type Rule = (entry: AssignmentEntry, context: AssignmentContext) => Refusal | readonly Refusal[] | null;

const refusal = (code: string, message: string, field?: string): Refusal => {
  return field === undefined ? { code, message } : { code, message, field };
};

export const placeFits: Rule = (_entry, { facts }) => facts.problemsOfPlace;

const notTheirs = refusal(
  'NOT_ENTITLED',
  'Diese Aufgabe überträgt die Geschäftsstelle. Koordinationen bestimmen Fachreferate, Leserechte und ihre Vertretung, ' +
    'Vorsitze von Arbeitskreisen Geschäftsführung, Mitglieder und Gäste.',
);

/** The secretariat gives everything, a coordination and a committee's chair what belongs to their own house. */
export const isTheirsToGive: Rule = (_entry, context) => (mayGive(context, false) ? null : notTheirs);

/** As above; a coordination also names who stands in for the coordination itself. */
export const isTheirsToDepute: Rule = (_entry, context) => (mayGive(context, true) ? null : notTheirs);

export const isTheirsToEnd: Rule = ({ assignment }, context) =>
  mayGive(context, assignment?.deputyOf !== null) ? null : notTheirs;

function mayGive({ capacities, facts: { place } }: AssignmentContext, isDeputy: boolean): boolean {
  if (capacities.has('SECRETARIAT')) return true;
  const isOfParty = rolesGivenByCoordinators.includes(place.role) || (isDeputy && place.role === 'PARTY_COORDINATOR');
  if (capacities.has('PARTY_COORDINATOR') && isOfParty) return true;
  const isOfCommittee =
    rolesGivenByCommitteeChairs.includes(place.role) || (isDeputy && place.role === 'COMMITTEE_CHAIR');
  return capacities.has('COMMITTEE_CHAIR') && isOfCommittee;
}

/** Never may anybody make themselves something. */
export const notForOneself: Rule = (_entry, { actorId, input }) =>
  input !== null && input.personId === actorId
    ? refusal('NOT_FOR_ONESELF', 'Niemand überträgt sich selbst eine Aufgabe.', 'personId')
    : null;

export const personIsKnown: Rule = (_entry, { input, facts }) =>
  input === null || facts.isPersonKnown ? null : refusal('UNKNOWN_PERSON', 'Diese Person gibt es nicht.', 'personId');

export const bodyExists: Rule = (_entry, { facts }) =>
  facts.isBodyDissolved ? refusal('UNKNOWN_BODY', 'Dieses Gremium gibt es an diesem Tag nicht.', 'body') : null;

/** Nobody is entrusted with anything in a body beyond its last day. */
export const endsWithTheBody: Rule = (_entry, { input, facts: { bodyEndsOn } }) =>
  input !== null && bodyEndsOn !== null && (input.until === null || input.until > bodyEndsOn)
    ? refusal('ENDS_AFTER_BODY', `Das Gremium besteht nur bis ${shownDay(bodyEndsOn)}.`, 'until')
    : null;

export const daysFit: Rule = (_entry, { input }) => {
  if (input === null) return null;
  if (!isDay(input.on)) return refusal('DAY_IMPLAUSIBLE', 'Dieser Tag steht nicht im Kalender.', 'on');
  if (input.until === null) return null;
  if (!isDay(input.until)) return refusal('DAY_IMPLAUSIBLE', 'Dieser Tag steht nicht im Kalender.', 'until');
  return input.until < input.on
    ? refusal('ENDS_BEFORE_IT_BEGINS', 'Die Aufgabe endet, bevor sie beginnt.', 'until')
    : null;
};

export const notInThePast: Rule = (_entry, { input, today }) =>
  input === null || input.on >= today
    ? null
    : refusal('IN_THE_PAST', 'Eine Aufgabe beginnt frühestens heute; was war, bleibt, wie es war.', 'on');

export const notHeldAlready: Rule = (_entry, { facts }) =>
  facts.isHeldAlready
    ? refusal('ASSIGNED_ALREADY', 'Die Person hat dieselbe Aufgabe in diesem Zeitraum schon.', 'personId')
    : null;

export const isNoDeputyItself: Rule = ({ assignment }) =>
  assignment !== null && assignment.deputyOf !== null
    ? refusal('IS_DEPUTY', 'Wer vertritt, lässt sich nicht seinerseits vertreten.')
    : null;

/** Who stands in for somebody does so no longer than there is somebody to stand in for. */
export const withinTheOriginal: Rule = ({ assignment }, { input }) => {
  if (input === null || assignment === null || assignment.validTo === null) return null;
  return input.until === null || input.until > assignment.validTo
    ? refusal('ENDS_TOO_LATE', 'Die Vertretung endet spätestens mit der vertretenen Aufgabe.', 'until')
    : null;
};

/** The predecessor's last day is the day before. */
export const hasBegunBefore: Rule = ({ assignment }, { input }) =>
  input !== null && assignment !== null && input.on <= assignment.validFrom
    ? refusal('NOT_BEGUN', 'Die Aufgabe beginnt selbst erst an diesem Tag oder später.', 'on')
    : null;

/** Who follows has what was handed over, for as long as it was given. */
export const hasNotEndedBefore: Rule = ({ assignment }, { input }) =>
  input !== null && assignment !== null && assignment.validTo !== null && input.on > assignment.validTo
    ? refusal('ENDS_EARLIER', `Die Aufgabe endet schon am ${shownDay(assignment.validTo)}.`, 'on')
    : null;

/** With yesterday as last day it ends at once. */
export const endsTodayAtTheEarliest: Rule = ({ assignment }, { input, today }) => {
  if (input === null || assignment === null) return null;
  if (input.on < dayBefore(today))
    return refusal('IN_THE_PAST', 'Der letzte Tag ist frühestens gestern; dann endet die Aufgabe sofort.', 'on');
  if (input.on < assignment.validFrom)
    return refusal('ENDS_BEFORE_IT_BEGINS', 'Die Aufgabe endet, bevor sie beginnt.', 'on');
  return assignment.validTo !== null && input.on > assignment.validTo
    ? refusal('ENDS_TOO_LATE', 'Die Aufgabe endet ohnehin früher.', 'on')
    : null;
};

/** A party without coordination could neither vote nor object. */
export const lastCoordinatorStays: Rule = (_entry, { facts }) =>
  facts.isLastCoordinator
    ? refusal('LAST_COORDINATOR', 'Die letzte Koordination endet nicht ersatzlos. Übergeben Sie die Aufgabe.')
    : null;

export const givesReason: Rule = (_entry, { input }) => (input === null ? null : problemOfReason(input.reason));
