import { deadlineKindNames, type DeadlineKind } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import { isOver, type Deadline, type DeadlineContext } from './deadline.js';

type DeadlineRequirement = (deadline: Deadline, context: DeadlineContext) => Refusal | null;

const LONGEST_REASON = 2000;

/** Why a deadline of this kind is not moved by itself. */
const movedElsewhere: Readonly<Partial<Record<DeadlineKind, string>>> = {
  RELEASE_OBJECTION: 'Widersprochen werden kann bis zum Ende der Hauptkonferenz; diese Frist folgt ihr.',
  WRITTEN_PROCEDURE: 'Die Frist eines Umlaufverfahrens steht in der Einladung; eine andere Frist ist eine neue Runde.',
  FOLLOW_UP: 'Ein Auftrag wird beim Auftrag verlängert.',
  COMMENT_ROUND: 'Eine Anmerkungsrunde wird bei der Runde verlängert.',
  MINUTES_OBJECTION: 'Mehr Zeit für Einwendungen gibt eine neue Fassung der Niederschrift.',
};

export const isMovable: DeadlineRequirement = ({ kind }) => {
  const message = movedElsewhere[kind];
  return message === undefined ? null : { code: 'DEADLINE_FOLLOWS_ITS_RECORD', message };
};

export const conferenceHasNotBegun: DeadlineRequirement = (_deadline, { conferenceBegins, now }) =>
  conferenceBegins === null || now < conferenceBegins
    ? null
    : { code: 'CONFERENCE_HAS_BEGUN', message: 'Die Hauptkonferenz hat begonnen; ihre Fristen stehen fest.' };

export const givesReason: DeadlineRequirement = (_deadline, { input }) => {
  if (input === null) return null;
  const length = input.reason?.trim().length ?? 0;
  if (length === 0) return { code: 'REASON_REQUIRED', message: 'Bitte geben Sie einen Grund an.', field: 'reason' };
  const message = `Der Grund hat höchstens ${LONGEST_REASON} Zeichen.`;
  return length <= LONGEST_REASON ? null : { code: 'REASON_TOO_LONG', message, field: 'reason' };
};

export const namesOtherInstant: DeadlineRequirement = ({ dueAt }, { input }) => {
  if (input === null) return null;
  const field = 'dueAt';
  if (input.dueAt === undefined) {
    return { code: 'INSTANT_REQUIRED', message: 'Bitte geben Sie an, bis wann die Frist läuft.', field };
  }
  return input.dueAt.getTime() === dueAt.getTime()
    ? { code: 'NOTHING_MOVED', message: 'Die Frist läuft schon bis dahin.', field }
    : null;
};

/** Whoever shortens a deadline leaves time to keep it. */
export const isStillAhead: DeadlineRequirement = (_deadline, { input, now }) =>
  input?.dueAt === undefined || input.dueAt > now
    ? null
    : { code: 'DEADLINE_IN_THE_PAST', message: 'Die neue Frist liegt in der Vergangenheit.', field: 'dueAt' };

/** What has a beginning too, as the sessions of the committees, ends on the day of its beginning at the earliest. */
export const endsAfterItBegins: DeadlineRequirement = ({ opensAt }, { input }) =>
  input?.dueAt === undefined || opensAt === null || input.dueAt > opensAt
    ? null
    : { code: 'DEADLINE_BEFORE_OPENING', message: 'Die Frist endet nicht, bevor sie beginnt.', field: 'dueAt' };

export const endsBeforeTheConference: DeadlineRequirement = (_deadline, { input, conferenceBegins }) =>
  input?.dueAt === undefined || conferenceBegins === null || input.dueAt < conferenceBegins
    ? null
    : {
        code: 'DEADLINE_AFTER_BEGIN',
        message: 'Die Frist endet vor dem ersten Tag der Hauptkonferenz.',
        field: 'dueAt',
      };

/** Whoever still has the way through the committees has the direct way too. */
export const keepsTheOrder: DeadlineRequirement = ({ kind }, { input, others }) => {
  const dueAt = input?.dueAt;
  if (dueAt === undefined) return null;
  const of = (wanted: DeadlineKind): Date | undefined => others.find((other) => other.kind === wanted)?.dueAt;
  const committees = kind === 'COMMITTEE_REGISTRATION' ? dueAt : of('COMMITTEE_REGISTRATION');
  const direct = kind === 'DIRECT_REGISTRATION' ? dueAt : of('DIRECT_REGISTRATION');
  if (kind !== 'COMMITTEE_REGISTRATION' && kind !== 'DIRECT_REGISTRATION') return null;
  if (committees === undefined || direct === undefined || committees <= direct) return null;
  const message = `„${deadlineKindNames.COMMITTEE_REGISTRATION}“ endet nicht nach „${deadlineKindNames.DIRECT_REGISTRATION}“.`;
  return { code: 'DEADLINES_OUT_OF_ORDER', message, field: 'dueAt' };
};

export const isDue: DeadlineRequirement = (deadline, { now }) =>
  isOver(deadline, now) ? null : { code: 'NOT_DUE_YET', message: 'Die Frist läuft noch.' };
