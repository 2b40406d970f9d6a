import { landCodes, partyNames, voteChoiceNames } from '#glossary';
import { type Act, oneOf, send, textOf } from '../acts/act.js';
import {
  type BallotPartsFragment,
  CloseBallotDocument,
  DissolveBlockDocument,
  RecordBlockOutcomeDocument,
  RecordTopicOutcomeDocument,
  RecordVoteOnBehalfDocument,
  type VoteChoice,
} from '../generated/graphql.js';
import { outcomeFields, outcomeInput } from '../acts/outcome.js';

const parties = landCodes.map((code) => ({ value: code, label: partyNames[code] }));
const choices = Object.entries(voteChoiceNames).map(([value, label]) => ({ value, label }));

type ActOf = (ballot: BallotPartsFragment) => Act;

const acts: Readonly<Record<string, ActOf>> = {
  closeBallot: (ballot) => ({
    fields: [],
    explanation: 'Danach nimmt die Abstimmung keine Stimme mehr an.',
    run: (client) =>
      send(client, CloseBallotDocument, { input: { ballotId: ballot.id, expectedRevision: ballot.revision } }),
  }),
  recordVoteOnBehalf: (ballot) => ({
    fields: [
      { name: 'party', label: 'Land', kind: 'one', choices: parties },
      { name: 'choice', label: 'Stimme', kind: 'one', choices },
      { name: 'reason', label: 'Begründung', kind: 'text', hint: 'Zum Beispiel: mündlich in der Sitzung abgegeben.' },
    ],
    explanation: 'Beide Namen werden festgehalten: wessen Stimme es ist, und wer sie aufgenommen hat.',
    run: (client, values) =>
      send(client, RecordVoteOnBehalfDocument, {
        input: {
          ballotId: ballot.id,
          party: oneOf(values, 'party'),
          choice: oneOf<VoteChoice>(values, 'choice'),
          reason: textOf(values, 'reason'),
          textHash: ballot.textHash,
        },
      }),
  }),
  recordBlockOutcome: ({ id, revision, items }) => ({
    fields: [],
    explanation: `Alle ${items.length} Punkte des Blocks sind damit beschlossen, jeder mit einem eigenen Beschluss.`,
    run: (client) => send(client, RecordBlockOutcomeDocument, { input: { ballotId: id, expectedRevision: revision } }),
  }),
  dissolveBlock: ({ id, revision }) => ({
    fields: [{ name: 'reason', label: 'Begründung', kind: 'text' }],
    explanation: 'Die Abstimmung endet ohne Ergebnis. Die Punkte gehen einzeln in die Aussprache.',
    run: (client, values) =>
      send(client, DissolveBlockDocument, {
        input: { ballotId: id, expectedRevision: revision, reason: textOf(values, 'reason') },
      }),
  }),
  recordTopicOutcome: ({ topic, allowedOutcomes, proposedOutcome }) => ({
    fields: outcomeFields(allowedOutcomes, proposedOutcome),
    explanation: 'Der Vorsitz stellt das Ergebnis fest. Es kann danach nicht mehr geändert werden.',
    run: (client, values) =>
      send(client, RecordTopicOutcomeDocument, {
        input: { topicId: topic?.id ?? '', expectedRevision: topic?.revision ?? 0, ...outcomeInput(values) },
      }),
  }),
};

const ofItems = new Set(['recordTopicOutcome']);
const ofBlocks = new Set(['recordBlockOutcome', 'dissolveBlock']);

/** Null for casting one's own vote, which has its own form, and for what this kind of ballot does not know. */
export function ballotActOf(ballot: BallotPartsFragment): (action: string) => Act | null {
  const foreign = ballot.kind === 'BLOCK' ? ofItems : ofBlocks;
  return (action) => (foreign.has(action) ? null : (acts[action]?.(ballot) ?? null));
}
