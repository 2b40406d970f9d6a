import type { Refusal } from '#platform/lifecycle';
import { dayBefore, isDay, shownDay } from './days.js';
import type { OfficeHeadContext, OfficeHeadEntry } from './office-head.js';
import { problemOfReason } from './reason.js';

type Rule = (entry: OfficeHeadEntry, context: OfficeHeadContext) => Refusal | null;

const refusal = (code: string, message: string, field: string): Refusal => ({ code, message, field });

export const officeIsKnown: Rule = (_entry, { input, isOfficeKnown }) =>
  input === null || isOfficeKnown
    ? null
    : refusal('UNKNOWN_OFFICE', 'Diese Stelle gibt es an diesem Tag nicht.', 'office');

export const personIsKnown: Rule = (_entry, { input, isPersonKnown }) =>
  input === null || isPersonKnown ? null : refusal('UNKNOWN_PERSON', 'Diese Person gibt es nicht.', 'personId');

export const dayIsInTheCalendar: Rule = (_entry, { input }) =>
  input === null || isDay(input.on) ? null : refusal('DAY_IMPLAUSIBLE', 'Dieser Tag steht nicht im Kalender.', 'on');

export const beginsTodayAtTheEarliest: Rule = (_entry, { input, today }) =>
  input === null || input.on >= today ? null : refusal('IN_THE_PAST', 'Eine Leitung beginnt frühestens heute.', 'on');

/** Of two that are named for days to come nobody could say who ends when. */
export const nobodyIsNamedForLater: Rule = (_entry, { input, others }) => {
  const later = others.find(({ validFrom }) => input !== null && validFrom >= input.on);
  if (later === undefined) return null;
  return refusal(
    'NAMED_ALREADY',
    `Ab dem ${shownDay(later.validFrom)} ist schon jemand benannt. Beenden Sie das zuerst, oder wählen Sie einen späteren Tag.`,
    'on',
  );
};

export const isSomebodyElse: Rule = (_entry, { input, others }) => {
  const current = others.find(({ validTo }) => input !== null && (validTo === null || validTo >= input.on));
  return input === null || current?.personId !== input.personId
    ? null
    : refusal('NOTHING_CHANGED', 'Diese Person leitet die Stelle schon.', 'personId');
};

/** Whoever was named for later and is not to come ends on the first day at the earliest. */
export const hasBegunByThen: Rule = ({ head }, { input }) =>
  input === null || head === null || input.on >= head.validFrom
    ? null
    : refusal('ENDS_BEFORE_BEGINNING', `Die Leitung beginnt erst am ${shownDay(head.validFrom)}.`, 'on');

export const endsYesterdayAtTheEarliest: Rule = (_entry, { input, today }) =>
  input === null || input.on >= dayBefore(today)
    ? null
    : refusal('IN_THE_PAST', 'Eine Leitung endet frühestens gestern, also sofort.', 'on');

export const endsEarlier: Rule = ({ head }, { input }) =>
  input === null || head === null || head.validTo === null || input.on < head.validTo
    ? null
    : refusal('ENDS_TOO_LATE', 'Die Leitung endet ohnehin früher.', 'on');

export const givesReason: Rule = (_entry, { input }) => (input === null ? null : problemOfReason(input.reason));
