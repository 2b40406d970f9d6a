import type { Refusal, Requirement } from '#platform/lifecycle';
import {
  committeesOf,
  LONGEST_OBJECTION,
  openObjections,
  type Minutes,
  type MinutesActionInput,
  type MinutesContext,
} from './minutes.js';

type MinutesRequirement = Requirement<Minutes, MinutesContext>;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (
    check: (input: MinutesActionInput, minutes: Minutes, context: MinutesContext) => Refusal | null,
  ): MinutesRequirement =>
  (minutes, context) =>
    context.input === null ? null : check(context.input, minutes, context);

export const sessionIsOver: MinutesRequirement = (_minutes, { sessionIsOver: isOver }) =>
  isOver
    ? null
    : { code: 'SESSION_NOT_OVER', message: 'Eine Niederschrift gibt es erst, wenn die Sitzung geschlossen ist.' };

/** Who chairs the conference has no say in the minutes of a committee, which is led by a chair of its own. */
export const isLedByWhoAsks: MinutesRequirement = (minutes, { capacities }) =>
  committeesOf(minutes).length === 0 || capacities.has('COMMITTEE_CHAIR') || capacities.has('SYSTEM')
    ? null
    : {
        code: 'NOT_ENTITLED',
        message: 'Über die Niederschrift eines Arbeitskreises befindet dessen Vorsitz.',
        details: { by: ['COMMITTEE_CHAIR'] },
      };

/** The wording that people object to, or agree on, leaves them time to read it. */
export const leavesTimeForObjections = asksFor(({ objectionsUntil }, minutes, { now }) => {
  const until = objectionsUntil ?? minutes.objectionsUntil;
  if (until !== null && until > now) return null;
  const message = 'Bitte nennen Sie eine Frist für Einwendungen, die noch nicht abgelaufen ist.';
  return { code: 'PERIOD_REQUIRED', field: 'objectionsUntil', message };
});

export const isWithinPeriod: MinutesRequirement = ({ objectionsUntil }, { now }) =>
  objectionsUntil !== null && now < objectionsUntil
    ? null
    : { code: 'DEADLINE_PASSED', message: 'Die Frist für Einwendungen ist abgelaufen.', details: { objectionsUntil } };

export const periodIsOver: MinutesRequirement = ({ objectionsUntil }, { now }) =>
  objectionsUntil !== null && now >= objectionsUntil
    ? null
    : { code: 'PERIOD_RUNNING', message: 'Die Frist für Einwendungen läuft noch.', details: { objectionsUntil } };

export const noObjectionStands: MinutesRequirement = (minutes) =>
  openObjections(minutes).length === 0
    ? null
    : { code: 'OBJECTION_STANDS', message: 'Es gibt noch offene Einwendungen gegen den Wortlaut.' };

/** Only in the party's own name. */
export const speaksForOwnParty: MinutesRequirement = (_minutes, { input, ownParties }) =>
  input === null || (input.party !== undefined && ownParties.includes(input.party))
    ? null
    : { code: 'NOT_ENTITLED', field: 'party', message: 'Sie können nur im Namen der eigenen Stelle handeln.' };

export const hasText = asksFor(({ text = '' }) => {
  if (text.trim() === '')
    return { code: 'FIELD_REQUIRED', field: 'text', message: 'Bitte schreiben Sie die Einwendung.' };
  return text.length > LONGEST_OBJECTION
    ? { code: 'TEXT_TOO_LONG', field: 'text', message: `Eine Einwendung hat höchstens ${LONGEST_OBJECTION} Zeichen.` }
    : null;
});

/** Who objects has read the wording that counts. */
export const namesVersion = asksFor(({ version }, minutes) =>
  version === minutes.version
    ? null
    : {
        code: 'VERSION_MISMATCH',
        field: 'version',
        message: 'Es gibt inzwischen eine neue Fassung. Bitte lesen Sie diese.',
        details: { version: minutes.version },
      },
);

export const namesItemOfMinutes = asksFor(({ agendaItemId }, _minutes, { agendaItemIds }) =>
  agendaItemId === undefined || agendaItemId === null || agendaItemIds.has(agendaItemId)
    ? null
    : { code: 'UNKNOWN_ITEM', field: 'agendaItemId', message: 'Dieser Punkt steht nicht in der Niederschrift.' },
);

const isOpen = (minutes: Minutes, id: string | undefined): boolean =>
  openObjections(minutes).some((objection) => objection.id === id);

export const namesOpenObjection: MinutesRequirement = (minutes, { input }) => {
  if (input === null ? openObjections(minutes).length > 0 : isOpen(minutes, input.objectionId)) return null;
  return { code: 'NO_OPEN_OBJECTION', field: 'objectionId', message: 'Diese Einwendung ist nicht offen.' };
};

export const isOwnObjection: MinutesRequirement = (minutes, { input, ownParties }) => {
  const asked = openObjections(minutes).filter(({ id }) => input === null || id === input.objectionId);
  return asked.length === 0 || asked.some(({ party }) => ownParties.includes(party))
    ? null
    : { code: 'NOT_ENTITLED', message: 'Eine Einwendung nimmt nur zurück, wer sie erhoben hat.' };
};

export const resolvesOpenObjections = asksFor(({ resolves = [] }, minutes) =>
  resolves.every((id) => isOpen(minutes, id))
    ? null
    : { code: 'NO_OPEN_OBJECTION', field: 'resolves', message: 'Eine der Einwendungen ist nicht mehr offen.' },
);

export const givesReason = asksFor(({ reason }) =>
  (reason ?? '').trim() === ''
    ? { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie eine Begründung an.' }
    : null,
);
