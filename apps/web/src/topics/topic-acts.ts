import { committeeCodes, recommendationNames } from '#glossary';
import type { Client, TypedDocumentNode } from 'urql';
import { type Act, type ActField, type ActValues, listOf, oneOf, send, textOf } from '../acts/act.js';
import { outcomeFields, outcomeInput } from '../acts/outcome.js';
import * as documents from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';
import type { Refusal } from '../ui/refusals.js';
import { jointActs } from './joint-acts.js';
import { committeeName } from '../ui/topic-list.js';

type Topic = documents.TopicPartsFragment;

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const recommendation: ActField = {
  name: 'recommendation',
  label: 'Empfehlung',
  kind: 'one',
  choices: Object.entries(recommendationNames).map(([value, label]) => ({ value, label })),
};
const committees = committeeCodes.map((code) => ({ value: code, label: committeeName(code) }));
const leadCommittee: ActField = {
  name: 'leadCommittee',
  label: 'Federführender Arbeitskreis',
  kind: 'one',
  choices: committees,
};
const involvedCommittees: ActField = {
  name: 'involvedCommittees',
  label: 'Weitere befasste Arbeitskreise',
  kind: 'many',
  choices: committees,
  optional: true,
};

/** The committees that may speak; the only one is chosen from the start. */
function bodyField(codes: readonly string[]): ActField {
  const [only, ...others] = codes;
  const initial = only !== undefined && others.length === 0 ? { initial: only } : {};
  const choices = codes.map((code) => ({ value: code, label: committeeName(code) }));
  return { name: 'body', label: 'Für den Arbeitskreis', kind: 'one', choices, ...initial };
}

/** A conference as a list offers it. */
export interface OfferedConference {
  readonly id: string;
  readonly title: string;
  readonly startsOn: string;
}

interface Revised {
  readonly topicId: string;
  readonly expectedRevision: number;
}

type Answer = { readonly done: { readonly refusals: readonly Refusal[] } };

/** An act on a topic as the person saw it: who has not seen the latest change is told so. */
function act<Input extends object>(
  topic: Topic,
  document: TypedDocumentNode<Answer, { input: Revised & Input }>,
  inputOf: (values: ActValues) => Input,
) {
  const base: Revised = { topicId: topic.id, expectedRevision: topic.revision };
  return (client: Client, values: ActValues) => send(client, document, { input: { ...base, ...inputOf(values) } });
}

const withReason = (values: ActValues) => ({ reason: textOf(values, 'reason') });
const withRecommendation = (values: ActValues) => ({
  note: textOf(values, 'note'),
  recommendation: oneOf<documents.Recommendation>(values, 'recommendation'),
});
const note: ActField = { name: 'note', label: 'Anmerkung des Gremiums', kind: 'text', optional: true };
const withNothing = () => ({});

type ActOf = (topic: Topic, conferences: readonly OfferedConference[]) => Act;

const registrationActs: Readonly<Record<string, ActOf>> = {
  submitTopicRegistration: (topic) => ({
    fields: [],
    explanation: 'Die Anmeldung geht an die Geschäftsstelle und kann danach nicht mehr bearbeitet werden.',
    run: act(topic, documents.SubmitTopicRegistrationDocument, withNothing),
  }),
  returnTopicRegistration: (topic) => ({
    fields: [{ ...reason, hint: 'Nur formale Mängel. Die anmeldende Stelle liest diese Begründung.' }],
    run: act(topic, documents.ReturnTopicRegistrationDocument, withReason),
  }),
  consentToLateTopic: (topic) => ({
    fields: [],
    explanation: `Begründung der Dringlichkeit: ${topic.urgencyReason ?? 'keine'}`,
    run: act(topic, documents.ConsentToLateTopicDocument, withNothing),
  }),
  acceptTopicRegistration: (topic) => ({
    fields: [],
    run: act(topic, documents.AcceptTopicRegistrationDocument, withNothing),
  }),
  withdrawTopic: (topic) => ({
    fields: [reason],
    explanation: 'Ein zurückgezogenes Thema wird nicht weiter behandelt.',
    run: act(topic, documents.WithdrawTopicDocument, withReason),
  }),
};

const procedureActs: Readonly<Record<string, ActOf>> = {
  assignTopicToCommittee: (topic) => ({
    fields: [leadCommittee, involvedCommittees],
    run: act(topic, documents.AssignTopicToCommitteeDocument, (values) => ({
      leadCommittee: oneOf(values, 'leadCommittee'),
      involvedCommittees: listOf(values, 'involvedCommittees'),
    })),
  }),
  concludeTopicInCommittee: (topic) => ({
    fields: [{ ...reason, label: 'Ergebnis im Arbeitskreis' }],
    explanation: 'Das Thema endet im Arbeitskreis und erreicht die Konferenz nicht.',
    run: act(topic, documents.ConcludeTopicInCommitteeDocument, withReason),
  }),
  deferTopic: (topic, conferences) => ({
    fields: [targetConference(topic, conferences), reason],
    explanation: 'Das Thema bleibt mit Verlauf und Fassungen erhalten und steht wieder vor der Vorkonferenz.',
    run: act(topic, documents.DeferTopicDocument, (values) => ({
      targetConferenceId: oneOf(values, 'targetConferenceId'),
      ...withReason(values),
    })),
  }),
  giveCommitteeOpinion: (topic) => ({
    fields: [bodyField(topic.involvedCommittees.map(({ code }) => code)), recommendation, note],
    explanation:
      'Die Stellungnahme gilt dem Text in der aktuellen Fassung und steht neben der des federführenden Arbeitskreises.',
    run: act(topic, documents.GiveCommitteeOpinionDocument, (values) => ({
      body: oneOf(values, 'body'),
      ...withRecommendation(values),
    })),
  }),
  forwardTopicToPreConference: (topic) => ({
    fields: [recommendation, note],
    explanation: 'Der Text in der aktuellen Fassung wird mit der Empfehlung weitergeleitet.',
    run: act(topic, documents.ForwardTopicToPreConferenceDocument, withRecommendation),
  }),
  returnTopicToCommittee: (topic) => ({
    fields: [reason],
    run: act(topic, documents.ReturnTopicToCommitteeDocument, withReason),
  }),
  forwardTopicToMainConference: (topic) => ({
    fields: [recommendation, note],
    explanation: 'Der Text in der aktuellen Fassung wird zur Endfassung.',
    run: act(topic, documents.ForwardTopicToMainConferenceDocument, withRecommendation),
  }),
  recordTopicOutcome: (topic, conferences) => ({
    fields: outcomeFields(topic.allowedOutcomes, proposedOf(topic), laterThan(topic, conferences)),
    explanation:
      topic.allowedOutcomes.length === 0
        ? 'Die Abstimmung läuft noch; danach stellt der Vorsitz das Ergebnis fest.'
        : 'Der Vorsitz stellt das Ergebnis fest. Es kann danach nicht mehr geändert werden.',
    run: act(topic, documents.RecordTopicOutcomeDocument, outcomeInput),
  }),
};

/** Null for actions that have a place of their own, such as editing. */
export function topicActOf(
  topic: Topic,
  conferences: readonly OfferedConference[],
  parties: readonly Choice[],
): (action: string) => Act | null {
  return (action) =>
    (registrationActs[action] ?? procedureActs[action])?.(topic, conferences) ??
    jointActs[action]?.(topic, parties) ??
    null;
}

/** What the votes say about the text, when that is what is being determined. */
function proposedOf({ ballot, allowedOutcomes }: Topic): documents.Outcome | null {
  const proposed = ballot?.proposedOutcome ?? null;
  return proposed !== null && allowedOutcomes.includes(proposed) ? proposed : null;
}

/** Conferences after the one the topic belongs to, the nearest first. */
function laterThan(topic: Topic, conferences: readonly OfferedConference[]) {
  return conferences
    .filter(({ startsOn }) => startsOn > topic.conference.startsOn)
    .sort((left, right) => left.startsOn.localeCompare(right.startsOn))
    .map(({ id, title }) => ({ value: id, label: title }));
}

function targetConference(topic: Topic, conferences: readonly OfferedConference[]): ActField {
  const later = laterThan(topic, conferences);
  return {
    name: 'targetConferenceId',
    label: 'Spätere Konferenz',
    kind: 'one',
    ...(later.length === 0 ? { hint: 'Es ist noch keine spätere Konferenz geplant.' } : {}),
    choices: later,
  };
}
