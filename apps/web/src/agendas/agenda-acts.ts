import type { Client, TypedDocumentNode } from 'urql';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';
import type { Refusal } from '../ui/refusals.js';

type Agenda = documents.AgendaPartsFragment;
type Item = Agenda['items'][number];
type Missing = Agenda['missingTopics'][number];

type Answer = { readonly done: { readonly refusals: readonly Refusal[] } };
type Step = TypedDocumentNode<Answer, { input: { agendaId: string; expectedRevision: number } }>;

const steps: Readonly<Record<string, { readonly document: Step; readonly explanation?: string }>> = {
  circulateAgenda: {
    document: documents.CirculateAgendaDocument,
    explanation: 'Die Nummern der Tagesordnungspunkte werden damit endgültig.',
  },
  circulateSupplement: {
    document: documents.CirculateSupplementDocument,
    explanation: 'Die nachgereichten Punkte erhalten ihre Nummern; alle Beteiligten werden einmal benachrichtigt.',
  },
  reviewAgenda: { document: documents.ReviewAgendaDocument },
  finaliseAgenda: { document: documents.FinaliseAgendaDocument },
  approveAgenda: { document: documents.ApproveAgendaDocument },
  closeAgenda: { document: documents.CloseAgendaDocument },
};

/** Null for actions on single items, which stand beside the item. */
export function agendaActOf(agenda: Agenda): (action: string) => Act | null {
  return (action) => {
    if (action === 'compileAgenda') return compileAgenda(agenda);
    const step = steps[action];
    if (step === undefined) return null;
    const input = { agendaId: agenda.id, expectedRevision: agenda.revision };
    return {
      fields: [],
      ...(step.explanation === undefined ? {} : { explanation: step.explanation }),
      run: (client) => send(client, step.document, { input }),
    };
  };
}

function compileAgenda(agenda: Agenda): Act {
  return {
    fields: [],
    explanation: isCirculated(agenda)
      ? 'Themen, die seit dem letzten Mal weitergeleitet wurden, kommen in den Entwurf des nächsten Nachtrags.'
      : 'Themen, die seit dem letzten Mal weitergeleitet wurden, kommen hinzu.',
    run: (client) =>
      send(client, documents.CompileAgendaDocument, {
        input: agenda.sessionId === null ? { conferenceId: agenda.conference.id } : { sessionId: agenda.sessionId },
      }),
  };
}

export function removeAgendaItem(agenda: Agenda, item: Item): Act {
  return {
    fields: [{ name: 'reason', label: 'Begründung', kind: 'text' }],
    explanation: 'Der Punkt bleibt als „abgesetzt“ sichtbar; seine Nummer wird nicht neu vergeben.',
    run: (client, values) =>
      send(client, documents.RemoveAgendaItemDocument, {
        input: {
          agendaId: agenda.id,
          expectedRevision: agenda.revision,
          itemId: item.id,
          reason: textOf(values, 'reason'),
        },
      }),
  };
}

export function explainMissingTopic(agenda: Agenda, { topicId, explanation }: Missing): Act {
  const initial = explanation === null ? {} : { initial: explanation };
  return {
    fields: [
      { name: 'explanation', label: 'Warum steht das Thema nicht auf der Tagesordnung?', kind: 'text', ...initial },
    ],
    explanation: 'Die Erläuterung lesen alle, die die Tagesordnung lesen.',
    run: (client, values) =>
      send(client, documents.ExplainMissingTopicDocument, {
        input: {
          agendaId: agenda.id,
          expectedRevision: agenda.revision,
          topicId,
          explanation: textOf(values, 'explanation'),
        },
      }),
  };
}

export function putItemOnConsentList(agenda: Agenda, item: Item): Act {
  return {
    fields: [reasonOnceCirculated(agenda)],
    explanation: 'Die Punkte der Grünen Liste werden zusammen und ohne Aussprache beschlossen.',
    run: (client, values) =>
      send(client, documents.PutItemOnConsentListDocument, {
        input: { agendaId: agenda.id, expectedRevision: agenda.revision, itemId: item.id, ...reasonIn(values) },
      }),
  };
}

/** `parties`: in whose name the person may act; asked for when there are several. */
export function pullItemOffConsentList(agenda: Agenda, item: Item, parties: readonly Choice[]): Act {
  const inTheNameOf: readonly ActField[] =
    parties.length > 1 ? [{ name: 'party', label: 'Im Namen von', kind: 'one', choices: parties }] : [];
  return {
    fields: [...inTheNameOf, { name: 'reason', label: 'Begründung', kind: 'text', optional: true }],
    explanation: 'Der Punkt wird dann einzeln behandelt. Alle sehen, wer ihn von der Grünen Liste genommen hat.',
    run: (client, values) => {
      const party = textOf(values, 'party');
      return send(client, documents.PullItemOffConsentListDocument, {
        input: { agendaId: agenda.id, itemId: item.id, ...(party === '' ? {} : { party }), ...reasonIn(values) },
      });
    },
  };
}

/** Parties hold a circulated agenda in their hands: from then on a change says why. */
export function isCirculated(agenda: Agenda): boolean {
  return agenda.state !== 'COLLECTING' && agenda.state !== 'DRAFT';
}

/** Another list for an item; its place stays. A fireside talk is registered as such and nothing becomes one later. */
export function changeList(agenda: Agenda, item: Item): Act {
  const choices = agenda.conference.names.lists
    .filter(({ code }) => code !== 'CONSENT' && code !== 'FIRESIDE' && code !== item.list)
    .map(({ code, name }) => ({ value: code, label: name }));
  return {
    fields: [{ name: 'list', label: 'Liste', kind: 'one', choices }, reasonOnceCirculated(agenda)],
    run: (client, values) => {
      const list = oneOf<documents.AgendaList>(values, 'list');
      return moveItem(client, { agenda, item, position: item.position, list, ...reasonIn(values) });
    },
  };
}

/** Another place for an item, where a reason has to be asked for. */
export function moveTo(agenda: Agenda, item: Item, position: number): Act {
  return {
    fields: [reasonOnceCirculated(agenda)],
    run: (client, values) => moveItem(client, { agenda, item, position, ...reasonIn(values) }),
  };
}

const reasonOnceCirculated = (agenda: Agenda): ActField => ({
  name: 'reason',
  label: 'Begründung',
  kind: 'text',
  optional: !isCirculated(agenda),
});

function reasonIn(values: ActValues) {
  const reason = textOf(values, 'reason');
  return reason === '' ? {} : { reason };
}

interface Move {
  readonly agenda: Agenda;
  readonly item: Item;
  readonly position: number;
  readonly list?: documents.AgendaList;
  readonly reason?: string;
}

export function moveItem(client: Client, { agenda, item, ...move }: Move): Promise<readonly Refusal[]> {
  return send(client, documents.MoveAgendaItemDocument, {
    input: { agendaId: agenda.id, expectedRevision: agenda.revision, itemId: item.id, ...move },
  });
}
