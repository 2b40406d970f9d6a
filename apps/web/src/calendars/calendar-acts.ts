import { calendarContentNames, type CalendarContent } from '#glossary';
import type { Client, TypedDocumentNode } from 'urql';
import { type Act, type ActField, oneOf, send, textOf } from '../acts/act.js';
import {
  type CalendarFeedPartsFragment,
  ChangeCalendarFeedDocument,
  CreateCalendarFeedDocument,
  RenewCalendarFeedDocument,
  RevokeCalendarFeedDocument,
} from '../generated/graphql.js';
import { refusalOfFailure, type Refusal } from '../ui/refusals.js';

/** The address that was just given out, and what it is for; nobody can ask for it again. */
export interface GivenAddress {
  readonly name: string;
  readonly address: string;
}

type OnAddress = (given: GivenAddress) => void;

const usual: CalendarContent = 'SESSIONS_AND_DEADLINES';
const contentChoices = Object.entries(calendarContentNames).map(([value, label]) => ({ value, label }));

function fieldsOf(name: string, content: CalendarContent): readonly ActField[] {
  return [
    {
      name: 'name',
      label: 'Name',
      kind: 'line',
      hint: 'Wofür Sie das Abonnement nutzen, zum Beispiel „Telefon“. Den Namen sehen nur Sie.',
      initial: name,
    },
    { name: 'content', label: 'Was der Kalender zeigt', kind: 'one', choices: contentChoices, initial: content },
  ];
}

export function creation(onAddress: OnAddress): Act {
  return {
    fields: fieldsOf('', usual),
    explanation:
      'Danach sehen Sie einmal die Adresse des Kalenders. Wer sie kennt, kann ihn lesen: Behandeln Sie sie wie ein Passwort.',
    run: (client, values) => {
      const name = textOf(values, 'name');
      const input = { name, content: oneOf<CalendarContent>(values, 'content') };
      return sendForAddress(client, CreateCalendarFeedDocument, { input }, (address) => onAddress({ name, address }));
    },
  };
}

export function feedActOf(
  { id, revision, name, content }: CalendarFeedPartsFragment,
  onAddress: OnAddress,
): (action: string) => Act | null {
  const base = { feedId: id, expectedRevision: revision };
  const acts: Readonly<Record<string, Act>> = {
    changeCalendarFeed: {
      fields: fieldsOf(name, content),
      explanation: 'Die Adresse bleibt; Kalenderprogramme übernehmen die Änderung beim nächsten Abruf.',
      run: (client, values) => {
        const changed = { name: textOf(values, 'name'), content: oneOf<CalendarContent>(values, 'content') };
        return send(client, ChangeCalendarFeedDocument, { input: { ...base, ...changed } });
      },
    },
    renewCalendarFeed: {
      fields: [],
      explanation:
        'Der Kalender bekommt eine neue Adresse. Unter der bisherigen ist er sofort nicht mehr zu lesen; tragen Sie die neue überall ein, wo Sie ihn nutzen.',
      run: (client) =>
        sendForAddress(client, RenewCalendarFeedDocument, { input: base }, (address) => onAddress({ name, address })),
    },
    revokeCalendarFeed: {
      fields: [],
      explanation:
        'Unter dieser Adresse ist der Kalender sofort nicht mehr zu lesen. Das lässt sich nicht rückgängig machen; Sie können jederzeit ein neues Abonnement anlegen.',
      run: (client) => send(client, RevokeCalendarFeedDocument, { input: base }),
    },
  };
  return (action) => acts[action] ?? null;
}

interface AddressAnswer {
  readonly done: { readonly address: string | null; readonly refusals: readonly Refusal[] };
}

async function sendForAddress<Answer extends AddressAnswer, Variables extends object>(
  client: Client,
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  onAddress: (address: string) => void,
): Promise<readonly Refusal[]> {
  const { data, error } = await client.mutation(document, variables).toPromise();
  if (error) return [refusalOfFailure(error)];
  const { address = null, refusals = [] } = data?.done ?? {};
  if (address !== null) onAddress(address);
  return refusals;
}
