import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';

type Statement = documents.StatementPartsFragment;
type Place = documents.StatementPlacePartsFragment;
type Parties = Place['parties'];

const text: ActField = {
  name: 'text',
  label: 'Text der Erklärung',
  kind: 'text',
  hint: 'So, wie er in der Niederschrift stehen soll.',
};

const choicesOf = (parties: Parties) => parties.map(({ code, name }) => ({ value: code, label: name }));

/** Asked only where a person speaks for several parties. */
function partyFields(parties: Parties, label: string): readonly ActField[] {
  return parties.length === 1 ? [] : [{ name: 'party', label, kind: 'one', choices: choicesOf(parties) }];
}

const partyOf = (parties: Parties, values: ActValues): string =>
  parties.length === 1 ? (parties[0]?.code ?? '') : oneOf(values, 'party');

type BeginOf = (place: Place) => Act;

const beginnings: Readonly<Record<string, BeginOf>> = {
  draftStatement: (place) => ({
    fields: [...partyFields(place.parties, 'Erklärung von'), text],
    explanation: 'Den Entwurf sieht nur die eigene Stelle, bis er angekündigt wird.',
    run: (client, values) =>
      send(client, documents.DraftStatementDocument, { input: { ...placeInput(place), ...given(place, values) } }),
  }),
  announceStatementOnBehalf: (place) => ({
    fields: [
      ...partyFields(place.parties, 'Erklärung von'),
      text,
      { name: 'reason', label: 'Begründung', kind: 'text', hint: 'Zum Beispiel: per E-Mail übermittelt.' },
    ],
    explanation: 'Beide Namen werden festgehalten: wessen Erklärung es ist, und wer sie angekündigt hat.',
    run: (client, values) =>
      send(client, documents.AnnounceStatementOnBehalfDocument, {
        input: { ...placeInput(place), ...given(place, values), reason: textOf(values, 'reason') },
      }),
  }),
};

const placeInput = ({ agendaItemId, writtenProcedureId }: Place) => ({ agendaItemId, writtenProcedureId });
const given = ({ parties }: Place, values: ActValues) => ({
  party: partyOf(parties, values),
  text: textOf(values, 'text'),
});

/** Ways to begin a statement. */
export function statementBeginningOf(place: Place): (action: string) => Act | null {
  return (action) => beginnings[action]?.(place) ?? null;
}

const seen = ({ id, revision }: Statement) => ({ statementId: id, expectedRevision: revision });

type ActOf = (statement: Statement) => Act;

const acts: Readonly<Record<string, ActOf>> = {
  editStatement: (statement) => ({
    fields: [{ ...text, initial: statement.text }],
    ...(statement.cosignatures.some(({ endedAt }) => endedAt === null)
      ? { explanation: 'Mit einem geänderten Text enden die Mitzeichnungen; die Stellen werden neu gefragt.' }
      : {}),
    run: (client, values) =>
      send(client, documents.EditStatementDocument, { input: { ...seen(statement), text: textOf(values, 'text') } }),
  }),
  announceStatement: (statement) => ({
    fields: [],
    explanation: 'Alle, die das Thema sehen, lesen die Erklärung dann und können sie mitzeichnen.',
    run: (client) => send(client, documents.AnnounceStatementDocument, { input: seen(statement) }),
  }),
  cosignStatement: (statement) => ({
    fields: partyFields(statement.mayCosignFor, 'Mitzeichnen für'),
    explanation: 'Sie zeichnen den Text in der Fassung mit, die hier steht.',
    run: (client, values) =>
      send(client, documents.CosignStatementDocument, {
        input: {
          statementId: statement.id,
          party: partyOf(statement.mayCosignFor, values),
          textHash: statement.textHash,
        },
      }),
  }),
  withdrawCosignature: (statement) => ({
    fields: partyFields(statement.cosignedFor, 'Zurücknehmen für'),
    run: (client, values) =>
      send(client, documents.WithdrawCosignatureDocument, {
        input: { statementId: statement.id, party: partyOf(statement.cosignedFor, values) },
      }),
  }),
  recordStatement: (statement) => ({
    fields: [],
    explanation: 'Danach kann niemand mehr den Text ändern oder mitzeichnen.',
    run: (client) => send(client, documents.RecordStatementDocument, { input: seen(statement) }),
  }),
  withdrawStatement: (statement) => ({
    fields: [{ name: 'reason', label: 'Begründung', kind: 'text', optional: true }],
    run: (client, values) =>
      send(client, documents.WithdrawStatementDocument, {
        input: { ...seen(statement), reason: textOf(values, 'reason') || null },
      }),
  }),
};

export function statementActOf(statement: Statement): (action: string) => Act | null {
  return (action) => acts[action]?.(statement) ?? null;
}
