import { partyNames, type PartyCode } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import { LONGEST_STATEMENT, standingCosignatures, type Statement, type StatementContext } from './statement.js';

type StatementRequirement = Requirement<Statement, StatementContext>;

const notEntitled = (message: string, field?: string): Refusal => ({
  code: 'NOT_ENTITLED',
  message,
  ...(field === undefined ? {} : { field }),
});

/** A statement is made in the party's own name alone (domain.md §5, invariant 7). */
export const speaksForOwnParty: StatementRequirement = (_statement, { input, ownParties }) =>
  input === null || (input.party !== undefined && ownParties.includes(input.party))
    ? null
    : notEntitled('Sie können nur im Namen der eigenen Stelle handeln.', 'party');

/** The text is the author's. */
export const isOfOwnParty: StatementRequirement = ({ party }, { ownParties }) =>
  ownParties.includes(party)
    ? null
    : notEntitled(`Über diese Erklärung bestimmt allein die Stelle, die sie abgibt: ${partyNames[party]}.`);

export const namesParty: StatementRequirement = (_statement, { input }) =>
  input === null || input.party !== undefined
    ? null
    : { code: 'FIELD_REQUIRED', field: 'party', message: 'Bitte wählen Sie, wessen Erklärung es ist.' };

/** While only asking what is available: whether any party the person speaks for has the right. */
export const partyMayDeclare: StatementRequirement = ({ state, party }, { input, ownParties, mayDeclare }) => {
  const speaking: readonly PartyCode[] = input === null ? ownParties : [input.party ?? party];
  if (input === null && (state !== 'NEW' || speaking.length === 0)) return null;
  if (speaking.some((each) => mayDeclare.has(each))) return null;
  const message = 'Diese Stelle kann hier keine Erklärung zu Protokoll geben.';
  return { code: 'PARTY_MAY_NOT_DECLARE', field: 'party', message };
};

/** Fireside talks hold no documents, votes or resolutions (domain.md §5, invariant 8). */
export const itemIsNoFiresideTalk: StatementRequirement = (_statement, { place }) =>
  place.isFireside
    ? { code: 'FIRESIDE_HAS_NO_STATEMENT', message: 'Im Kamingespräch wird nichts zu Protokoll erklärt.' }
    : null;

/** Until the item is decided, during the session too; in a written procedure until its deadline. */
export const itemIsUndecided: StatementRequirement = (_statement, { place }) =>
  place.isOpen || place.isFireside
    ? null
    : { code: 'ITEM_NOT_OPEN', message: 'Der Punkt steht nicht zur Entscheidung an. Erklärungen sind nicht möglich.' };

/** A statement belongs to its item: what is not dealt with has no record. On the later item it is announced anew. */
export const itemWasNotLeft: StatementRequirement = (_statement, { place }) =>
  place.wasLeft
    ? {
        code: 'ITEM_NOT_DEALT_WITH',
        message:
          'Der Punkt wurde nicht behandelt, deshalb kommt die Erklärung nicht zu Protokoll. ' +
          'Steht das Thema wieder an, kann sie dort neu angekündigt werden.',
      }
    : null;

export const hasText: StatementRequirement = (_statement, { input }) => {
  if (input === null) return null;
  const text = input.text ?? '';
  if (text === '') return { code: 'FIELD_REQUIRED', field: 'text', message: 'Bitte schreiben Sie die Erklärung.' };
  const message = `Eine Erklärung hat höchstens ${LONGEST_STATEMENT} Zeichen.`;
  return text.length > LONGEST_STATEMENT ? { code: 'TEXT_TOO_LONG', field: 'text', message } : null;
};

const cosigned = (statement: Statement, party: PartyCode): boolean =>
  standingCosignatures(statement).some((each) => each.party === party);

/** The parties the person could speak for here: the one named, or all of them while only asking. */
const speaking = ({ input, ownParties }: StatementContext): readonly PartyCode[] =>
  input === null ? ownParties : ownParties.filter((party) => party === input.party);

export const partyIsNotItsAuthor: StatementRequirement = ({ party }, context) =>
  speaking(context).every((each) => each === party) && speaking(context).length > 0
    ? { code: 'OWN_STATEMENT', message: 'Die eigene Erklärung wird nicht mitgezeichnet.' }
    : null;

export const partyHasNotCosigned: StatementRequirement = (statement, context) => {
  const others = speaking(context).filter((party) => party !== statement.party);
  return others.length > 0 && others.every((party) => cosigned(statement, party))
    ? { code: 'ALREADY_COSIGNED', message: 'Ihre Stelle hat diese Erklärung schon mitgezeichnet.' }
    : null;
};

/** Who speaks for nobody here is refused for that alone. */
export const partyHasCosigned: StatementRequirement = (statement, context) => {
  const parties = speaking(context);
  return (parties.length === 0 && context.input !== null) || parties.some((party) => cosigned(statement, party))
    ? null
    : { code: 'NOT_COSIGNED', message: 'Ihre Stelle hat diese Erklärung nicht mitgezeichnet.' };
};

/** Who joins a statement has read the text that stands now. */
export const namesTextOfStatement: StatementRequirement = ({ textHash }, { input }) =>
  input === null || input.textHash === textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message: 'Der Text wurde geändert. Bitte lesen Sie die aktuelle Fassung und zeichnen Sie dann mit.',
        details: { textHash },
      };

export const givesReason: StatementRequirement = (_statement, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : {
        code: 'REASON_REQUIRED',
        field: 'reason',
        message: 'Bitte geben Sie an, wie Ihnen die Erklärung übermittelt wurde.',
      };
