import type { Requirement } from '#platform/lifecycle';
import {
  isCirculated,
  isItemCirculated,
  isOfMainConference as belongsToMainConference,
  itemInQuestion,
  type Agenda,
  type AgendaContext,
  type AgendaItem,
} from './agenda.js';
import { missingTopics } from './completeness.js';

type AgendaRequirement = Requirement<Agenda, AgendaContext>;

export const isOfMainConference: AgendaRequirement = (agenda) =>
  belongsToMainConference(agenda)
    ? null
    : { code: 'NO_REVIEW_NEEDED', message: 'Die Vorkonferenz prüft nur die Tagesordnung der Hauptkonferenz.' };

/** What is meant for the ministers goes through the pre-conference first. */
export const needsNoReview: AgendaRequirement = (agenda) =>
  belongsToMainConference(agenda)
    ? { code: 'NOT_REVIEWED', message: 'Die Vorkonferenz hat die Tagesordnung noch nicht geprüft.' }
    : null;

export const hasItems: AgendaRequirement = ({ items }) =>
  items.some(({ state }) => state === 'PLACED')
    ? null
    : { code: 'AGENDA_EMPTY', message: 'Auf der Tagesordnung steht noch kein Punkt.' };

export const hasLateItems: AgendaRequirement = ({ items }) =>
  items.some(isDraft)
    ? null
    : { code: 'SUPPLEMENT_EMPTY', message: 'Seit dem letzten Versand ist kein Punkt hinzugekommen.' };

/** Nobody approves what the parties have not received. */
export const leavesNoItemUncirculated: AgendaRequirement = ({ items }) => {
  const waiting = items.filter(isDraft).length;
  if (waiting === 0) return null;
  const message =
    waiting === 1
      ? 'Ein nachgereichter Punkt ist noch in keinem Nachtrag versandt.'
      : `${waiting} nachgereichte Punkte sind noch in keinem Nachtrag versandt.`;
  return { code: 'SUPPLEMENT_PENDING', message };
};

const isDraft = (item: AgendaItem): boolean => item.state === 'PLACED' && !isItemCirculated(item);

export const namesPlacedItem: AgendaRequirement = (agenda, context) => {
  if (context.input === null && context.itemAskedAbout === undefined) return null;
  const item = itemInQuestion(agenda, context);
  if (item === undefined) {
    return { code: 'ITEM_UNKNOWN', field: 'itemId', message: 'Dieser Punkt steht nicht auf der Tagesordnung.' };
  }
  if (item.outcome !== null) {
    return { code: 'ITEM_DECIDED', field: 'itemId', message: 'Dieser Punkt ist bereits behandelt.' };
  }
  if (item.state === 'PLACED') return null;
  return { code: 'ITEM_REMOVED', field: 'itemId', message: 'Dieser Punkt ist bereits abgesetzt.' };
};

export const namesPositionInGroup: AgendaRequirement = ({ items }, { input }) => {
  const item = items.find(({ id }) => id === input?.itemId);
  if (!input || item === undefined) return null;
  const last = items.filter(({ group }) => group === item.group).length;
  const { position } = input;
  if (position === undefined) return null;
  if (Number.isInteger(position) && position >= 1 && position <= last) return null;
  const message = `Die Gruppe hat die Plätze 1 bis ${last}.`;
  return { code: 'POSITION_OUT_OF_RANGE', field: 'position', message, details: { last } };
};

/** Fireside talks hold no documents, votes or resolutions (domain.md §5): what is one cannot become anything else. */
export const keepsFiresideApart: AgendaRequirement = ({ items }, { input }) => {
  const item = items.find(({ id }) => id === input?.itemId);
  const list = input?.list;
  if (item === undefined || list === undefined || list === null) return null;
  if ((item.list === 'FIRESIDE') === (list === 'FIRESIDE')) return null;
  return {
    code: 'FIRESIDE_FIXED',
    field: 'list',
    message: 'Kamingespräche und andere Punkte lassen sich nicht tauschen.',
  };
};

const LONGEST_TEXT = 2_000;

/** Everybody who opens the agenda reads along. */
export const keepsTextsShort: AgendaRequirement = (_agenda, { input }) =>
  (['reason', 'explanation'] as const).flatMap((field) =>
    (input?.[field] ?? '').trim().length <= LONGEST_TEXT
      ? []
      : [{ code: 'FIELD_TOO_LONG', field, message: 'Bitte fassen Sie sich kürzer; erlaubt sind 2000 Zeichen.' }],
  );

export const givesReason: AgendaRequirement = (_agenda, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };

/** What others have already read changes with a reason only; what is meant for the next supplement nobody has read. */
export const givesReasonOnceCirculated: AgendaRequirement = (agenda, context) => {
  const item = itemInQuestion(agenda, context);
  const isKnown = isCirculated(agenda) && (item === undefined || isItemCirculated(item));
  return isKnown ? givesReason(agenda, context) : null;
};

/** Every topic meant for the conference is on the agenda, or somebody has said why it is not. */
export const leavesNoTopicUnexplained: AgendaRequirement = (agenda, { topics }) => {
  const missing = missingTopics(agenda, topics).filter(({ explained }) => explained === null);
  if (missing.length === 0) return null;
  const message =
    missing.length === 1
      ? 'Ein Thema der Konferenz fehlt auf der Tagesordnung und ist nicht erläutert.'
      : `${missing.length} Themen der Konferenz fehlen auf der Tagesordnung und sind nicht erläutert.`;
  return { code: 'AGENDA_INCOMPLETE', message, details: { topicIds: missing.map(({ topicId }) => topicId) } };
};

export const namesMissingTopic: AgendaRequirement = (agenda, { topics, input }) => {
  if (input === null) return null;
  if (missingTopics(agenda, topics).some(({ topicId }) => topicId === input.topicId)) return null;
  return { code: 'TOPIC_NOT_MISSING', field: 'topicId', message: 'Dieses Thema fehlt nicht auf der Tagesordnung.' };
};

export const isIncomplete: AgendaRequirement = (agenda, { topics, input }) =>
  input !== null || missingTopics(agenda, topics).length > 0
    ? null
    : { code: 'AGENDA_COMPLETE', message: 'Auf der Tagesordnung fehlt kein Thema.' };

export const givesExplanation: AgendaRequirement = (_agenda, { input }) =>
  input === null || (input.explanation ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'explanation', message: 'Bitte erläutern Sie, warum das Thema fehlt.' };

/** An item whose topic still waits in the main conference would get lost with its closed agenda. */
export const leavesNoItemUndecided: AgendaRequirement = (agenda, { topics }) => {
  if (!belongsToMainConference(agenda)) return null;
  const { items } = agenda;
  const waiting = new Set(topics.filter(({ state }) => state === 'IN_MAIN_CONFERENCE').map(({ id }) => id));
  const undecided = items.filter(
    ({ state, outcome, topicId }) => state === 'PLACED' && outcome === null && waiting.has(topicId),
  );
  if (undecided.length === 0) return null;
  const numbers = undecided.map(({ number }) => number ?? '–').join(', ');
  const message = `Es fehlt das Ergebnis zu TOP ${numbers}.`;
  return { code: 'ITEMS_UNDECIDED', message, details: { itemIds: undecided.map(({ id }) => id) } };
};
