import { BUND, partyNames } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import { askingBodyOf, isOver, isOvertaken } from './comment-round.js';
import type { CommentRound, CommentRoundContext, CommentRoundInput } from './comment-round.js';

type RoundRequirement = Requirement<CommentRound, CommentRoundContext>;

const LONGEST_REASON = 2_000;
const YEAR = 366 * 24 * 60 * 60 * 1000;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (
    check: (input: CommentRoundInput, round: CommentRound, context: CommentRoundContext) => Refusal | null,
  ): RoundRequirement =>
  (round, context) =>
    context.input === null ? null : check(context.input, round, context);

/** Its chair and its secretary ask for the committee, nobody else. */
export const isOfTheCommittee: RoundRequirement = ({ body }) =>
  body === 'PRE_CONFERENCE'
    ? { code: 'NOT_ENTITLED', message: 'Das Thema ist in der Vorkonferenz; dort fragen Geschäftsstelle und Vorsitz.' }
    : null;

export const isOfThePreConference: RoundRequirement = ({ body }) =>
  body === 'PRE_CONFERENCE'
    ? null
    : { code: 'NOT_ENTITLED', message: 'Das Thema ist im Arbeitskreis; dort fragt seine Leitung.' };

export const topicIsWithABody: RoundRequirement = (_round, { topic }) =>
  askingBodyOf(topic) === null
    ? {
        code: 'TOPIC_NOT_WITH_A_BODY',
        message: 'Anmerkungen werden erbeten, solange ein Thema im Arbeitskreis oder in der Vorkonferenz ist.',
      }
    : null;

export const hasText: RoundRequirement = (_round, { topic }) =>
  topic.textHash === null
    ? { code: 'PROPOSAL_MISSING', message: 'Es gibt noch keinen Beschlussvorschlag, zu dem man sich äußern könnte.' }
    : null;

/** Opened on the text that was read, not on one that somebody is still changing. */
export const namesTextOfTopic = asksFor(({ textHash }, _round, { topic }) =>
  textHash === topic.textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message: 'Der Text wurde inzwischen geändert. Bitte lesen Sie die aktuelle Fassung.',
        details: { textHash: topic.textHash },
      },
);

export const isTheOnlyRound: RoundRequirement = (_round, { topic }) =>
  topic.hasOpenRound ? { code: 'ROUND_EXISTS', message: 'Zu diesem Thema läuft bereits eine Anmerkungsrunde.' } : null;

export const hasSomebodyToAsk = asksFor(({ parties }) =>
  (parties ?? []).length === 0
    ? { code: 'NOBODY_TO_ASK', message: 'In diesem Gremium gibt es niemanden, der sich zu dem Thema äußern kann.' }
    : null,
);

export const keepsToTheTerm = asksFor(({ workingDays }, _round, { term }) => {
  if (term === null || (isCount(workingDays) && workingDays >= term.fromDays && workingDays <= term.toDays))
    return null;
  const message = `Die Frist beträgt ${term.fromDays} bis ${term.toDays} Arbeitstage.`;
  return { code: 'TERM_OUT_OF_RANGE', field: 'workingDays', message, details: { ...term } };
});

export const extendsByATerm = asksFor(({ workingDays }, _round, { term }) => {
  if (term === null || (isCount(workingDays) && workingDays >= 1 && workingDays <= term.toDays)) return null;
  const message = `Verlängert wird um 1 bis ${term.toDays} Arbeitstage.`;
  return { code: 'TERM_OUT_OF_RANGE', field: 'workingDays', message, details: { fromDays: 1, toDays: term.toDays } };
});

/** However often it is extended. */
export const endsWithinAYear = asksFor(({ closesAt }, { openedAt }) =>
  closesAt === undefined || openedAt === null || closesAt.getTime() - openedAt.getTime() <= YEAR
    ? null
    : { code: 'DEADLINE_TOO_FAR', field: 'workingDays', message: 'Eine Runde dauert höchstens ein Jahr.' },
);

export const isSoundQuestion = asksFor(({ question }) =>
  (question ?? '').trim().length <= LONGEST_REASON
    ? null
    : { code: 'FIELD_TOO_LONG', field: 'question', message: `Die Frage hat höchstens ${LONGEST_REASON} Zeichen.` },
);

export const givesReason = asksFor(({ reason }) => reasonFault(reason));

/** Who has not answered yet is told why there is no time left. */
export const givesReasonUnlessAllAnswered = asksFor(({ reason }, _round, { haveAllAnswered }) => {
  const isTold = (reason ?? '').trim() !== '';
  return haveAllAnswered === true && !isTold ? null : reasonFault(reason);
});

/** Whatever any queue did: the instant itself ends the round (invariant 11). */
export const isBeforeItsEnd: RoundRequirement = (round, { now }) =>
  isOver(round, now)
    ? {
        code: 'DEADLINE_PASSED',
        message: 'Die Frist ist abgelaufen.',
        details: { deadline: round.closesAt?.toISOString() ?? null },
      }
    : null;

export const isAtItsEnd: RoundRequirement = (round, { now }) =>
  isOver(round, now) ? null : { code: 'STILL_RUNNING', message: 'Die Frist läuft noch.' };

/** The round ends with it, whether or not anybody has noticed. */
export const isNotOvertaken: RoundRequirement = (round, { topic }) =>
  isOvertaken(round, topic)
    ? { code: 'ROUND_OVERTAKEN', message: 'Der Text wurde geändert, oder das Thema ist nicht mehr in diesem Gremium.' }
    : null;

export const isOvertakenByNow: RoundRequirement = (round, { topic }) =>
  isOvertaken(round, topic) ? null : { code: 'STILL_ASKED', message: 'Text und Gremium sind dieselben.' };

export const namesParty = asksFor(({ party }) =>
  party === undefined
    ? { code: 'FIELD_REQUIRED', field: 'party', message: 'Bitte wählen Sie das Land oder den Bund.' }
    : null,
);

/** Only in the party's own name (invariant 7). */
export const actsForOwnParty: RoundRequirement = ({ parties }, { input, ownParties }) => {
  const party = input?.party;
  if (input === null) {
    return ownParties.some((own) => parties.includes(own)) ? null : notAsked;
  }
  if (party === undefined || ownParties.includes(party)) return null;
  const whom = party === BUND ? 'den Bund' : partyNames[party];
  return { code: 'NOT_ENTITLED', field: 'party', message: `Für ${whom} äußert sich nur die eigene Koordination.` };
};

const notAsked: Refusal = {
  code: 'NOT_ASKED',
  field: 'party',
  message: 'Gefragt sind die Länder und der Bund, soweit sie in diesem Gremium das Wort haben.',
};

export const isAsked = asksFor(({ party }, { parties }) =>
  party === undefined || parties.includes(party) ? null : notAsked,
);

/** An answer to another text is none to this one. */
export const namesTextOfRound = asksFor(({ textHash }, round) =>
  textHash === round.textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message: 'Gefragt ist nach einer anderen Fassung. Bitte lesen Sie die Fassung dieser Runde.',
        details: { textHash: round.textHash },
      },
);

function reasonFault(reason: string | null | undefined): Refusal | null {
  const length = (reason ?? '').trim().length;
  if (length === 0) return { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };
  const message = `Der Grund hat höchstens ${LONGEST_REASON} Zeichen.`;
  return length <= LONGEST_REASON ? null : { code: 'FIELD_TOO_LONG', field: 'reason', message };
}

function isCount(days: number | undefined): days is number {
  return days !== undefined && Number.isInteger(days);
}
