import { BUND, isStandingBody } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import { isSubBodyCode, kindOfSubBody } from './bodies.js';
import type { BodyContext, BodyEntry } from './body-context.js';
import { isDay, shownDay } from './days.js';
import { problemOfReason } from './reason.js';

type Rule = (entry: BodyEntry, context: BodyContext) => Refusal | null;

const LONGEST_NAME = 200;

const refusal = (code: string, message: string, field?: string): Refusal => {
  return field === undefined ? { code, message } : { code, message, field };
};

export const shortNameFits: Rule = (_entry, { input }) =>
  input === null || isSubBodyCode(input.code)
    ? null
    : refusal(
        'SHORT_NAME_IMPLAUSIBLE',
        'Das Kürzel beginnt mit „UA “ oder „AG “ und hat höchstens 32 Zeichen.',
        'code',
      );

/** The audience of a body follows from its short name; no two bodies may share it. */
export const shortNameIsFree: Rule = (_entry, { input, known }) =>
  input === null || !known.isCodeTaken
    ? null
    : refusal('SHORT_NAME_TAKEN', 'Ein Gremium mit diesem Kürzel gibt es schon oder gab es früher.', 'code');

export const standsUnderABody: Rule = (_entry, { input, known }) => {
  if (input === null) return null;
  if (known.parent === null) return refusal('UNKNOWN_BODY', 'Das übergeordnete Gremium gibt es nicht.', 'parent');
  if (known.parent.validTo !== null)
    return refusal('PARENT_DISSOLVED', 'Das übergeordnete Gremium ist aufgelöst.', 'parent');
  if (input.on < known.parent.validFrom)
    return refusal('NOT_BEGUN', `Das übergeordnete Gremium gibt es erst ab ${shownDay(known.parent.validFrom)}.`, 'on');
  const isCommittee = isSubBodyCode(input.code) && kindOfSubBody(input.code) === 'SUB_COMMITTEE';
  return isCommittee && known.parent.code.endsWith('_CONFERENCE')
    ? refusal('COMMITTEE_WANTED', 'Ein Unterausschuss gehört zu einem Arbeitskreis.', 'parent')
    : null;
};

export const nameFits: Rule = (_entry, { input }) =>
  input === null || (input.name !== '' && input.name.length <= LONGEST_NAME)
    ? null
    : refusal('NAME_IMPLAUSIBLE', `Der Name fehlt oder ist länger als ${LONGEST_NAME} Zeichen.`, 'name');

export const dayFits: Rule = (_entry, { input }) =>
  input === null || isDay(input.on) ? null : refusal('DAY_IMPLAUSIBLE', 'Dieser Tag steht nicht im Kalender.', 'on');

/** What was, stays: a change takes effect today at the earliest. */
export const notInThePast: Rule = (_entry, { input, today }) =>
  input === null || input.on >= today
    ? null
    : refusal('IN_THE_PAST', 'Eine Änderung gilt frühestens ab heute; was war, bleibt, wie es war.', 'on');

/** Nothing is changed in a body on a day on which there is none. */
export const bodyHasBegun: Rule = ({ body }, { input }) =>
  input !== null && body !== null && input.on < body.validFrom
    ? refusal('NOT_BEGUN', `Das Gremium gibt es erst ab ${shownDay(body.validFrom)}.`, 'on')
    : null;

export const nameIsNew: Rule = ({ body }, { input }) =>
  input !== null && body?.names.at(-1)?.name === input.name
    ? refusal('SAME_NAME', 'So heißt das Gremium schon.', 'name')
    : null;

export const noLaterName: Rule = ({ body }, { input }) =>
  input !== null && body !== null && input.on >= body.validFrom && body.names.some((each) => each.validFrom > input.on)
    ? refusal('LATER_CHANGE_PLANNED', 'Für einen späteren Tag ist schon ein anderer Name vorgesehen.', 'on')
    : null;

/** What is to begin in the body later would outlive it. */
export const noMembershipAfterTheEnd: Rule = ({ body }, { input }) =>
  input !== null &&
  body !== null &&
  input.on >= body.validFrom &&
  body.memberships.some(({ validFrom }) => validFrom > input.on)
    ? refusal('LATER_CHANGE_PLANNED', 'Für einen späteren Tag ist noch eine Mitgliedschaft vorgesehen.', 'on')
    : null;

export const givesReason: Rule = (_entry, { input }) => (input === null ? null : problemOfReason(input.reason));

export const isNoStandingBody: Rule = ({ body }) =>
  body !== null && isStandingBody(body.code)
    ? refusal('STANDING_BODY', 'Arbeitskreise, Vorkonferenz und Hauptkonferenz bestehen auf Dauer.')
    : null;

export const hasNoSubBodies: Rule = (_entry, { known }) =>
  known.hasSubBodies ? refusal('HAS_SUB_BODIES', 'Unter diesem Gremium bestehen noch andere; sie enden vorher.') : null;

/** A vote of the Bund would count nowhere. */
export const bundDoesNotVote: Rule = (_entry, { input }) =>
  input?.membership?.party === BUND && input.membership.rights?.mayVote === true
    ? refusal('BUND_HAS_NO_VOTE', 'Der Bund hat in keinem Gremium eine Stimme.', 'mayVote')
    : null;

export const noLaterMembership: Rule = ({ body }, { input }) => {
  const party = input?.membership?.party;
  const isPlanned = body?.memberships.some((each) => each.party === party && each.validFrom > (input?.on ?? ''));
  return party !== undefined && isPlanned === true
    ? refusal('LATER_CHANGE_PLANNED', 'Für einen späteren Tag ist schon eine andere Änderung vorgesehen.', 'on')
    : null;
};

export const isMemberToEnd: Rule = ({ body }, { input }) => {
  if (input?.membership?.rights !== null || body === null) return null;
  const { party } = input.membership;
  const belongs = body.memberships.some(
    (each) => each.party === party && (each.validTo === null || each.validTo >= input.on),
  );
  return belongs ? null : refusal('NO_MEMBER', 'Dieses Land oder der Bund gehört dem Gremium nicht an.', 'party');
};
