import type { Client, TypedDocumentNode } from 'urql';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';
import type { Refusal } from '../ui/refusals.js';

type Topic = documents.TopicPartsFragment;
type Answer = { readonly done: { readonly refusals: readonly Refusal[] } };

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };

/** The parties in whose name the viewer may act; the only one is chosen from the start. */
function partyField(parties: readonly Choice[]): ActField {
  const [first, ...others] = parties;
  const initial = first !== undefined && others.length === 0 ? { initial: first.value } : {};
  return { name: 'party', label: 'Im Namen von', kind: 'one', choices: parties, ...initial };
}

interface JointInput {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly party: string;
}

const inNameOf = (topic: Topic, document: TypedDocumentNode<Answer, { input: JointInput }>) => {
  const base = { topicId: topic.id, expectedRevision: topic.revision };
  return (client: Client, values: ActValues) =>
    send(client, document, { input: { ...base, party: oneOf(values, 'party') } });
};

type JointActOf = (topic: Topic, parties: readonly Choice[]) => Act;

/** What several registrants do with one topic. */
export const jointActs: Readonly<Record<string, JointActOf>> = {
  joinTopic: (topic, parties) => ({
    fields: [partyField(parties)],
    explanation: 'Ihre Stelle wird als Mitanmelderin genannt; die anmeldende Stelle wird benachrichtigt.',
    run: inNameOf(topic, documents.JoinTopicDocument),
  }),
  leaveTopic: (topic, parties) => ({
    fields: [partyField(parties)],
    explanation: 'Ihre Stelle wird nicht mehr als Mitanmelderin genannt.',
    run: inNameOf(topic, documents.LeaveTopicDocument),
  }),
  takeOverTopic: (topic, parties) => ({
    fields: [partyField(parties)],
    explanation:
      'Ihre Stelle führt das Thema als anmeldende Stelle weiter; es liegt dann wieder bei der Geschäftsstelle.',
    run: inNameOf(topic, documents.TakeOverTopicDocument),
  }),
  proposeMerge: (topic) => ({
    fields: [
      {
        name: 'survivorId',
        label: 'Thema, das für beide weitergeführt wird',
        kind: 'topic',
        within: topic.conference.id,
      },
      reason,
    ],
    explanation: 'Beide anmeldenden Stellen werden um Zustimmung gebeten. Dieses Thema endet dann in dem anderen.',
    run: (client, values) =>
      send(client, documents.ProposeMergeDocument, {
        input: { topicId: topic.id, survivorId: oneOf(values, 'survivorId'), reason: textOf(values, 'reason') },
      }),
  }),
};

type Merge = documents.MergePartsFragment;

/** What can be done about one proposed merge. */
export function mergeActOf({ id, revision }: Merge): (action: string) => Act | null {
  const base = { mergeId: id, expectedRevision: revision };
  const acts: Readonly<Record<string, Act>> = {
    consentToMerge: {
      fields: [],
      explanation: 'Die Geschäftsstelle kann die Themen zusammenführen, sobald beide Stellen zugestimmt haben.',
      run: (client) => send(client, documents.ConsentToMergeDocument, { input: base }),
    },
    declineMerge: {
      fields: [reason],
      explanation: 'Beide Themen bleiben für sich.',
      run: (client, values) =>
        send(client, documents.DeclineMergeDocument, { input: { ...base, reason: textOf(values, 'reason') } }),
    },
    cancelMerge: {
      fields: [reason],
      run: (client, values) =>
        send(client, documents.CancelMergeDocument, { input: { ...base, reason: textOf(values, 'reason') } }),
    },
    mergeTopic: {
      fields: [],
      explanation: 'Das eine Thema endet im anderen; wer es angemeldet hat, meldet künftig dieses mit an.',
      run: (client) => send(client, documents.MergeTopicDocument, { input: base }),
    },
  };
  return (action) => acts[action] ?? null;
}
