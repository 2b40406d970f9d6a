import { BUND, partyNames, type PartyCode } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import { itemInQuestion, type Agenda, type AgendaContext, type AgendaItem } from './agenda.js';

type AgendaRequirement = Requirement<Agenda, AgendaContext>;

/** Says something of the item that is meant; nothing while no item is named. */
const ofItem =
  (check: (item: AgendaItem, agenda: Agenda, context: AgendaContext) => Refusal | null): AgendaRequirement =>
  (agenda, context) => {
    const item = itemInQuestion(agenda, context);
    return item === undefined ? null : check(item, agenda, context);
  };

export const isOnConsentList = ofItem(({ list }) =>
  list === 'CONSENT'
    ? null
    : { code: 'NOT_ON_CONSENT_LIST', field: 'itemId', message: 'Dieser Punkt steht nicht auf der Grünen Liste.' },
);

export const isNotOnConsentList = ofItem(({ list }) =>
  list === 'CONSENT'
    ? { code: 'ON_CONSENT_LIST', field: 'itemId', message: 'Dieser Punkt steht bereits auf der Grünen Liste.' }
    : null,
);

/** From the moment at which the block is voted on, what is in it stays in it. */
export const consentListIsOpen: AgendaRequirement = ({ consentListClosedAt }) =>
  consentListClosedAt === null ? null : closed;

/** For acts on any item: what is being voted on in the block is not taken out of it or put into it. */
export const leavesClosedConsentListAsItIs: AgendaRequirement = (agenda, context) => {
  const isConcerned =
    itemInQuestion(agenda, context)?.list === 'CONSENT' &&
    agenda.consentListClosedAt !== null &&
    context.input !== null;
  return isConcerned ? closed : null;
};

const closed: Refusal = {
  code: 'CONSENT_LIST_CLOSED',
  message: 'Die Grüne Liste ist geschlossen: Über sie wird abgestimmt oder ist abgestimmt worden.',
};

/** Only what all have recommended is adopted without a word; and what a party has pulled off stays off. */
export const isAgreedByAll = ofItem(({ topicId, list, pulledOffBy }, _agenda, { topics }) => {
  if (list === 'FIRESIDE') {
    return { code: 'FIRESIDE_FIXED', field: 'itemId', message: 'Ein Kamingespräch kommt nicht auf die Grüne Liste.' };
  }
  if (pulledOffBy !== null) {
    const message = `${nameOf(pulledOffBy)} hat den Punkt von der Grünen Liste genommen.`;
    return { code: 'PULLED_OFF', field: 'itemId', message, details: { party: pulledOffBy } };
  }
  if (topics.some(({ id, recommendation }) => id === topicId && recommendation === 'AGREED')) return null;
  return { code: 'NOT_AGREED', field: 'itemId', message: 'Der Punkt ist nicht einvernehmlich empfohlen.' };
});

/** Changing the list of an item follows the same rules as putting it on the consent list. */
export const movesOntoConsentListByRule: AgendaRequirement = (agenda, context) => {
  const item = itemInQuestion(agenda, context);
  if (context.input?.list !== 'CONSENT' || item === undefined || item.list === 'CONSENT') return null;
  return consentListIsOpen(agenda, context) ?? isAgreedByAll(agenda, context);
};

/** Only in the party's own name; who coordinates one party need not say which. */
export const actsForOwnParty: AgendaRequirement = (_agenda, { input, ownParties }) => {
  if (input === null) return null;
  const party = partyOf(input.party, ownParties);
  if (party === null) {
    return { code: 'FIELD_REQUIRED', field: 'party', message: 'Bitte wählen Sie, in wessen Namen Sie handeln.' };
  }
  if (ownParties.includes(party)) return null;
  return {
    code: 'NOT_ENTITLED',
    field: 'party',
    message: `Für ${party === BUND ? 'den Bund' : partyNames[party]} handelt nur die eigene Koordination.`,
  };
};

/** In whose name the person acts; null when it has to be said. */
export function partyOf(named: PartyCode | null | undefined, ownParties: readonly PartyCode[]): PartyCode | null {
  if (named !== null && named !== undefined) return named;
  return ownParties.length === 1 ? (ownParties[0] ?? null) : null;
}

function nameOf(party: PartyCode): string {
  return party === BUND ? 'Der Bund' : partyNames[party];
}
