import { BUND, partyNames, type Outcome } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import type { Ballot, BallotTopic } from './ballot.js';
import type { BallotActionInput, BallotContext } from './ballot-context.js';
import { allowedOutcomes, isAdoption } from './outcomes.js';
import { obstaclesTo, tallyOf, type Obstacle } from './unanimity.js';

type BallotRequirement = Requirement<Ballot, BallotContext>;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (check: (input: BallotActionInput, ballot: Ballot, context: BallotContext) => Refusal | null): BallotRequirement =>
  (ballot, context) =>
    context.input === null ? null : check(context.input, ballot, context);

const ofTopic =
  (check: (topic: BallotTopic, ballot: Ballot) => Refusal | null): BallotRequirement =>
  (ballot, { topic }) =>
    topic === null ? null : check(topic, ballot);

export const topicIsBeforeThoseWhoVote = ofTopic(({ state }, { kind }) => {
  if (kind === 'WRITTEN_PROCEDURE') {
    return state === 'IN_WRITTEN_PROCEDURE'
      ? null
      : { code: 'TOPIC_NOT_IN_WRITTEN_PROCEDURE', message: 'Das Thema ist nicht im Umlaufverfahren.' };
  }
  return state === 'IN_MAIN_CONFERENCE'
    ? null
    : { code: 'TOPIC_NOT_IN_MAIN_CONFERENCE', message: 'Abgestimmt wird erst in der Hauptkonferenz.' };
});

/** Votes are given at the table, or in writing. */
export const sessionIsHeld: BallotRequirement = ({ kind, sessionId }) =>
  kind === 'WRITTEN_PROCEDURE' || sessionId !== null
    ? null
    : {
        code: 'SESSION_NOT_IN_PROGRESS',
        message: 'Abgestimmt wird in der Sitzung. Der Vorsitz hat sie noch nicht eröffnet oder schon geschlossen.',
      };

/** Fireside talks hold no documents, votes or resolutions (domain.md §5). */
export const isNoFiresideTalk = ofTopic(({ kind }) =>
  kind === 'FIRESIDE' ? { code: 'FIRESIDE_HAS_NO_VOTE', message: 'Im Kamingespräch wird nicht abgestimmt.' } : null,
);

export const hasText = ofTopic(({ textHash }) =>
  textHash === null
    ? { code: 'PROPOSAL_MISSING', message: 'Es gibt keinen Beschlussvorschlag, über den abzustimmen wäre.' }
    : null,
);

/** In writing there is no agenda. */
export const standsOnAgenda = ofTopic(({ isOnAgenda }, { kind }) =>
  isOnAgenda || kind === 'WRITTEN_PROCEDURE' ? null : { code: 'ITEM_REMOVED', message: 'Der Punkt ist abgesetzt.' },
);

/** Committees decide unanimously without a ballot, and the pre-conference clears what the ministers then vote on. */
export const standsOnMainAgenda = ofTopic(({ isOnBodyAgenda }, { kind }) =>
  isOnBodyAgenda && kind !== 'WRITTEN_PROCEDURE'
    ? {
        code: 'BODY_DOES_NOT_VOTE',
        message: 'Zu dieser Tagesordnung gibt es keine Abstimmung: Abgestimmt wird nur in der Hauptkonferenz.',
      }
    : null,
);

/**
 * A text changed at the table is voted on anew; the votes on the old text stay with the old ballot. So is a text that
 * comes back: from a written procedure, from a committee, or at a later conference.
 */
export const isFirstBallotOnThisText = ofTopic(({ latestBallot, textHash }, { agendaItemId, writtenProcedureId }) => {
  if (latestBallot === null) return null;
  if (latestBallot.state === 'OPEN')
    return { code: 'BALLOT_ALREADY_OPEN', message: 'Zu diesem Punkt läuft bereits eine Abstimmung.' };
  if (latestBallot.kind === 'BLOCK' && latestBallot.state === 'CLOSED') return itemInBlock;
  if (latestBallot.state !== 'CLOSED' || latestBallot.textHash !== textHash) return null;
  if (latestBallot.agendaItemId !== agendaItemId || latestBallot.writtenProcedureId !== writtenProcedureId) return null;
  return { code: 'TEXT_ALREADY_VOTED_ON', message: 'Über diese Fassung ist bereits abgestimmt.' };
});

const itemInBlock: Refusal = {
  code: 'ITEM_IN_BLOCK',
  message: 'Der Punkt steht im Block der Grünen Liste, dessen Ergebnis noch nicht festgestellt ist.',
};

/** Only in the party's own name (domain.md §5, invariant 7). */
export const actsForOwnParty: BallotRequirement = (_ballot, { input, ownParties }) => {
  if (input === null) return null;
  if (input.party !== undefined && ownParties.includes(input.party)) return null;
  const party = input.party === undefined ? 'eine andere Stelle' : partyNames[input.party];
  const message = `Für ${input.party === BUND ? 'den Bund' : party} stimmt nur die eigene Koordination ab.`;
  return { code: 'NOT_ENTITLED', field: 'party', message };
};

export const namesPartyAndChoice = asksFor(({ party, choice }) => {
  if (party === undefined) return { code: 'FIELD_REQUIRED', field: 'party', message: 'Bitte wählen Sie das Land.' };
  return choice === undefined
    ? { code: 'FIELD_REQUIRED', field: 'choice', message: 'Bitte wählen Sie die Stimme.' }
    : null;
});

/** The Bund has no vote and states a position instead, which needs no right to vote. */
export const partyHasTheRightToVote: BallotRequirement = (_ballot, { input, partyMayVote }) =>
  input?.party === undefined || input.party === BUND || partyMayVote
    ? null
    : { code: 'PARTY_MAY_NOT_VOTE', field: 'party', message: `${partyNames[input.party]} hat hier kein Stimmrecht.` };

/** Whatever any queue did: the instant itself ends the vote (invariant 11). */
export const isBeforeItsEnd: BallotRequirement = ({ closesAt }, { now }) =>
  closesAt === null || now.getTime() < closesAt.getTime()
    ? null
    : {
        code: 'DEADLINE_PASSED',
        message: 'Die Frist für die Stimmabgabe ist abgelaufen.',
        details: { deadline: closesAt.toISOString() },
      };

/** Its deadline, or the demand for a discussion, ends a vote in writing: never an act on the ballot alone. */
export const isClosedByItsProcedureWhenInWriting: BallotRequirement = ({ kind }, { isWithinProcedure = false }) =>
  kind !== 'WRITTEN_PROCEDURE' || isWithinProcedure
    ? null
    : {
        code: 'WRITTEN_PROCEDURE_CLOSES_ITSELF',
        message: 'Die Abstimmung im Umlaufverfahren endet mit dem Verfahren selbst.',
      };

/** Vote, vote on the release and statement belong together: in writing they are given in one form, or not at all. */
export const isGivenByTheFormWhenInWriting: BallotRequirement = ({ kind }, { isWithinProcedure = false }) =>
  kind !== 'WRITTEN_PROCEDURE' || isWithinProcedure
    ? null
    : {
        code: 'WRITTEN_PROCEDURE_FORM_ONLY',
        message: 'Im Umlaufverfahren werden Stimme und Freigabevotum zusammen im Formular des Verfahrens abgegeben.',
      };

/** The text of a running written procedure cannot change (invariant 10). */
export const isAboutAnItem: BallotRequirement = ({ kind }) =>
  kind === 'ITEM'
    ? null
    : {
        code: 'TEXT_IS_FROZEN',
        message: 'In dieser Abstimmung steht der Text fest. Er wird nur in der Sitzung geändert.',
      };

export const changesTheText = asksFor(({ textHash }, ballot) =>
  textHash !== ballot.textHash
    ? null
    : {
        code: 'TEXT_UNCHANGED',
        field: 'clauses',
        message: 'Der Text ist derselbe wie bisher; die Abstimmung läuft darüber weiter.',
      },
);

export const isInWriting: BallotRequirement = ({ kind }) =>
  kind === 'WRITTEN_PROCEDURE'
    ? null
    : { code: 'NOT_IN_WRITING', message: 'Das System handelt nur in Umlaufverfahren selbst.' };

export const namesTextOfBallot = asksFor(({ textHash }, ballot) =>
  textHash === ballot.textHash
    ? null
    : {
        code: 'TEXT_HASH_MISMATCH',
        field: 'textHash',
        message:
          'Abgestimmt wird über eine andere Fassung. Bitte lesen Sie die aktuelle Fassung und stimmen Sie dann ab.',
        details: { textHash: ballot.textHash },
      },
);

export const givesReason = asksFor(({ reason }) =>
  (reason ?? '').trim() === ''
    ? {
        code: 'REASON_REQUIRED',
        field: 'reason',
        message: 'Bitte geben Sie an, wie Ihnen die Stimme übermittelt wurde.',
      }
    : null,
);

const obstacleMessages: Readonly<Record<Obstacle, string>> = {
  VOTED_AGAINST: 'Mindestens ein Land hat mit Nein gestimmt.',
  VOTES_MISSING: 'Es haben noch nicht alle Länder abgestimmt.',
  TOO_FEW_YES: 'Es haben zu wenige Länder mit Ja gestimmt.',
};

function whyNotAdopted(outcome: Outcome, obstacles: readonly Obstacle[]): readonly string[] {
  if (obstacles.length > 0) return obstacles.map((obstacle) => obstacleMessages[obstacle]);
  return [
    outcome === 'ADOPTED'
      ? 'Der Text weicht von der Endfassung ab: Er ist mit Änderungen beschlossen.'
      : 'Der Text ist derselbe wie in der Endfassung: Er ist ohne Änderungen beschlossen.',
  ];
}

/** The chair determines; "adopted" is impossible while a No stands, and "not adopted" while none does. */
export const outcomeIsAllowedByVotes = asksFor(({ outcome }, ballot, { votes, finalTextHash }) => {
  const allowed = allowedOutcomes(ballot, votes, finalTextHash);
  if (outcome !== undefined && allowed.includes(outcome)) return null;
  const obstacles = obstaclesTo(tallyOf(votes, ballot.textHash), ballot.rule);
  const why = outcome === undefined || !isAdoption(outcome) ? [] : whyNotAdopted(outcome, obstacles);
  const message = ['Dieses Ergebnis lässt die Abstimmung nicht zu.', ...why].join(' ');
  return { code: 'OUTCOME_NOT_ALLOWED', field: 'outcome', message, details: { allowedOutcomes: allowed, obstacles } };
});

/** What is adopted is what was voted on, to the letter. */
export const textIsAsVoted: BallotRequirement = (ballot, { input, topic }) => {
  if (topic === null || input?.outcome === undefined || !isAdoption(input.outcome)) return null;
  if (topic.textHash === ballot.textHash) return null;
  const message = 'Der Text wurde nach der Abstimmung geändert. Über die neue Fassung muss neu abgestimmt werden.';
  return {
    code: 'TEXT_CHANGED_SINCE_VOTE',
    message,
    details: { textHash: topic.textHash, votedTextHash: ballot.textHash },
  };
};
