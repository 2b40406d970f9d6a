import { agendaListNames } from '#glossary';
import type { Client, TypedDocumentNode } from 'urql';
import { type Act, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';
import type { Refusal } from '../ui/refusals.js';

type Agenda = documents.AgendaPartsFragment;
type Item = Agenda['items'][number];

type Answer = { readonly done: { readonly refusals: readonly Refusal[] } };
type Step = TypedDocumentNode<Answer, { input: { agendaId: string; expectedRevision: number } }>;

const steps: Readonly<Record<string, { readonly document: Step; readonly explanation?: string }>> = {
  circulateAgenda: {
    document: documents.CirculateAgendaDocument,
    explanation: 'Die Nummern der Tagesordnungspunkte werden damit endgültig.',
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
    explanation: 'Themen, die seit dem letzten Mal an die Hauptkonferenz weitergeleitet wurden, kommen hinzu.',
    run: (client) => send(client, documents.CompileAgendaDocument, { input: { conferenceId: agenda.conference.id } }),
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

/** Another list, with the reason that such a change needs. */
export function changeList(agenda: Agenda, item: Item): Act {
  const choices = Object.entries(agendaListNames).map(([value, label]) => ({ value, label }));
  return {
    fields: [
      { name: 'list', label: 'Liste', kind: 'one', choices },
      { name: 'reason', label: 'Begründung', kind: 'text', optional: true },
    ],
    run: (client, values) => {
      const reason = textOf(values, 'reason');
      const list = oneOf<documents.AgendaList>(values, 'list');
      return moveItem(client, { agenda, item, position: item.position, list, ...(reason === '' ? {} : { reason }) });
    },
  };
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

export function openBallot(item: Item): Act {
  return {
    fields: [],
    explanation: 'Alle Länder können dann über die Endfassung abstimmen.',
    run: (client) => send(client, documents.OpenBallotDocument, { input: { agendaItemId: item.id } }),
  };
}
