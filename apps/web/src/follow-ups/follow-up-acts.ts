import { implementationStatusNames, landCodes, partyNames } from '#glossary';
import type { Client, TypedDocumentNode } from 'urql';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';
import { formatDay } from '../ui/format.js';
import type { Refusal } from '../ui/refusals.js';
import { dueFields, dueInput } from './due-fields.js';

type FollowUp = documents.FollowUpPartsFragment;
type Answer = { readonly done: { readonly refusals: readonly Refusal[] } };

interface Revised {
  readonly followUpId: string;
  readonly expectedRevision: number;
}

/** An act on a follow-up as the person saw it. */
function act<Input extends object>(
  followUp: FollowUp,
  document: TypedDocumentNode<Answer, { input: Revised & Input }>,
  inputOf: (values: ActValues) => Input,
) {
  const base: Revised = { followUpId: followUp.id, expectedRevision: followUp.revision };
  return (client: Client, values: ActValues) => send(client, document, { input: { ...base, ...inputOf(values) } });
}

/** A decision that may give more time. */
export interface LaterDecision {
  readonly title: string;
  readonly resolution: { readonly id: string; readonly adoptedOn: string } | null;
}

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const withReason = (values: ActValues) => ({ reason: textOf(values, 'reason') });
const nothing = () => ({});

const acts: Readonly<
  Record<string, (followUp: FollowUp, decisions: readonly LaterDecision[], lands: readonly string[]) => Act>
> = {
  startFollowUp: (followUp) => ({ fields: [], run: act(followUp, documents.StartFollowUpDocument, nothing) }),
  submitFollowUpReport: (followUp) => ({
    fields: [{ name: 'report', label: 'Bericht', kind: 'text' }],
    explanation: 'Der Bericht geht an die Geschäftsstelle. Frühere Fassungen bleiben erhalten.',
    run: act(followUp, documents.SubmitFollowUpReportDocument, (values) => ({ report: textOf(values, 'report') })),
  }),
  returnFollowUpReport: (followUp) => ({
    fields: [reason],
    run: act(followUp, documents.ReturnFollowUpReportDocument, withReason),
  }),
  recordImplementation: (followUp, _decisions, lands) => ({
    fields: [partyField(lands), status, { name: 'note', label: 'Erläuterung', kind: 'text', optional: true }],
    run: act(followUp, documents.RecordImplementationDocument, (values) => ({
      party: textOf(values, 'party'),
      status: oneOf<documents.ImplementationStatus>(values, 'status'),
      note: textOf(values, 'note'),
    })),
  }),
  completeFollowUp: (followUp) => ({
    fields: [],
    explanation: 'Der Auftrag ist damit erledigt. Das kann nicht mehr geändert werden.',
    run: act(followUp, documents.CompleteFollowUpDocument, nothing),
  }),
  extendFollowUp: (followUp, decisions) => ({
    fields: [resolutionField(decisions), ...dueFields],
    explanation: 'Mehr Zeit gibt nur ein späterer Beschluss.',
    run: act(followUp, documents.ExtendFollowUpDocument, (values) => ({
      resolutionId: textOf(values, 'resolutionId'),
      due: dueInput(values),
    })),
  }),
  reviewFollowUpCondition: (followUp) => ({
    fields: [...dueFields, reason],
    explanation:
      'Ist die Bedingung eingetreten, nennen Sie den Termin. Sonst nennen Sie sie erneut mit dem Tag der nächsten Prüfung.',
    run: act(followUp, documents.ReviewFollowUpConditionDocument, (values) => ({
      due: dueInput(values),
      ...withReason(values),
    })),
  }),
  dropFollowUp: (followUp) => ({
    fields: [reason],
    explanation: 'Danach wird nichts mehr erwartet.',
    run: act(followUp, documents.DropFollowUpDocument, withReason),
  }),
};

const status: ActField = {
  name: 'status',
  label: 'Umsetzungsstand',
  kind: 'one',
  choices: Object.entries(implementationStatusNames).map(([value, label]) => ({ value, label })),
};

/** The person's own Länder; the first is chosen, for nearly everybody has one. */
function partyField(lands: readonly string[]): ActField {
  const own = landCodes.filter((code) => lands.includes(code));
  return {
    name: 'party',
    label: 'Land',
    kind: 'one',
    choices: own.map((value) => ({ value, label: partyNames[value] })),
    ...(own[0] === undefined ? {} : { initial: own[0] }),
  };
}

function resolutionField(decisions: readonly LaterDecision[]): ActField {
  const choices = decisions.flatMap(({ title, resolution }) =>
    resolution === null ? [] : [{ value: resolution.id, label: `${title} (${formatDay(resolution.adoptedOn)})` }],
  );
  return { name: 'resolutionId', label: 'Späterer Beschluss', kind: 'one', choices };
}

/** Null for actions that no person takes. */
export function followUpActOf(
  followUp: FollowUp,
  decisions: readonly LaterDecision[],
  lands: readonly string[],
): (action: string) => Act | null {
  return (action) => acts[action]?.(followUp, decisions, lands) ?? null;
}
