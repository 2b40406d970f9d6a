import { type Act, type ActField, type ActValues, listOf, oneOf, send, textOf } from '../acts/act.js';
import * as documents from '../generated/graphql.js';
import { endOfDay, formatInstant } from '../ui/format.js';

type Minutes = documents.MinutesPartsFragment;
type Objection = Minutes['objections'][number];

/** The act of beginning minutes; they have no page yet. */
export function draftMinutesAct(sessionId: string): Act {
  return {
    fields: [],
    explanation: 'Die erste Fassung entsteht aus den Daten der Sitzung. Sie sehen nur Geschäftsstelle und Vorsitz.',
    run: (client) => send(client, documents.DraftMinutesDocument, { input: { sessionId } }),
  };
}

const seen = ({ id, revision }: Minutes) => ({ minutesId: id, expectedRevision: revision });
const openOf = ({ objections }: Minutes) => objections.filter(({ state }) => state === 'OPEN');

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const period: ActField = {
  name: 'objectionsUntil',
  label: 'Einwendungen bis',
  kind: 'day',
  hint: 'Bis zum Ende dieses Tages in Berlin.',
};

const until = (values: ActValues) => {
  const day = textOf(values, 'objectionsUntil');
  return day === '' ? null : endOfDay(day);
};

/** "TOP 4: Bundesweiter Warntag"; what lies apart cannot be chosen. */
const itemChoices = ({ entries }: Minutes) =>
  entries
    .filter(({ isApart }) => !isApart)
    .map(({ agendaItemId, number, title }) => ({ value: agendaItemId, label: `TOP ${number}: ${title}` }));

const objectionChoices = (objections: readonly Objection[]) =>
  objections.map(({ id, party, text }) => ({ value: id, label: `${party.name}: ${text.slice(0, 80)}` }));

type ActOf = (minutes: Minutes) => Act;

const partyActs: Readonly<Record<string, ActOf>> = {
  objectToMinutes: (minutes) => ({
    fields: [
      ...(minutes.mayObjectFor.length === 1
        ? []
        : [
            {
              name: 'party',
              label: 'Einwendung von',
              kind: 'one' as const,
              choices: minutes.mayObjectFor.map(({ code, name }) => ({ value: code, label: name })),
            },
          ]),
      { name: 'agendaItemId', label: 'Punkt', kind: 'one', choices: itemChoices(minutes), optional: true },
      { name: 'text', label: 'Einwendung gegen den Wortlaut', kind: 'text' },
    ],
    ...(minutes.objectionsUntil === null
      ? {}
      : { explanation: `Einwendungen werden bis ${formatInstant(minutes.objectionsUntil)} angenommen.` }),
    run: (client, values) =>
      send(client, documents.ObjectToMinutesDocument, {
        input: {
          minutesId: minutes.id,
          version: minutes.version,
          party: minutes.mayObjectFor.length === 1 ? (minutes.mayObjectFor[0]?.code ?? '') : oneOf(values, 'party'),
          agendaItemId: textOf(values, 'agendaItemId') || null,
          text: textOf(values, 'text'),
        },
      }),
  }),
  withdrawMinutesObjection: (minutes) => ({
    fields: [objectionField(openOf(minutes).filter(({ isMine }) => isMine))],
    run: (client, values) =>
      send(client, documents.WithdrawMinutesObjectionDocument, {
        input: { ...seen(minutes), objectionId: oneOf(values, 'objectionId') },
      }),
  }),
};

const objectionField = (objections: readonly Objection[]): ActField => ({
  name: 'objectionId',
  label: 'Einwendung',
  kind: 'one',
  choices: objectionChoices(objections),
});

const officeActs: Readonly<Record<string, ActOf>> = {
  circulateMinutes: (minutes) => ({
    fields: [period],
    explanation: 'Alle Länder und der Bund lesen die Niederschrift dann und können Einwendungen erheben.',
    run: (client, values) =>
      send(client, documents.CirculateMinutesDocument, {
        input: { ...seen(minutes), objectionsUntil: until(values) ?? '' },
      }),
  }),
  reviseMinutes: (minutes) => ({
    fields: [
      { name: 'agendaItemId', label: 'Vermerk zu Punkt', kind: 'one', choices: itemChoices(minutes), optional: true },
      {
        name: 'note',
        label: 'Vermerk',
        kind: 'text',
        optional: true,
        hint: 'Ersetzt den bisherigen Vermerk zum Punkt.',
      },
      ...(openOf(minutes).length === 0
        ? []
        : [
            {
              name: 'resolves',
              label: 'Damit erledigte Einwendungen',
              kind: 'many' as const,
              choices: objectionChoices(openOf(minutes)),
              optional: true,
            },
          ]),
      { ...reason, label: 'Was sich ändert', optional: minutes.state === 'DRAFT' },
      ...(minutes.state === 'DRAFT' ? [] : [{ ...period, optional: true }]),
    ],
    explanation: 'Die neue Fassung entsteht aus den Daten, wie sie jetzt sind. Frühere Fassungen bleiben erhalten.',
    run: (client, values) => {
      const agendaItemId = textOf(values, 'agendaItemId');
      return send(client, documents.ReviseMinutesDocument, {
        input: {
          ...seen(minutes),
          notes: agendaItemId === '' ? [] : [{ agendaItemId, text: textOf(values, 'note') }],
          resolves: listOf(values, 'resolves'),
          reason: textOf(values, 'reason') || null,
          objectionsUntil: until(values),
        },
      });
    },
  }),
  rejectMinutesObjection: (minutes) => ({
    fields: [objectionField(openOf(minutes)), reason],
    run: (client, values) =>
      send(client, documents.RejectMinutesObjectionDocument, {
        input: { ...seen(minutes), objectionId: oneOf(values, 'objectionId'), reason: textOf(values, 'reason') },
      }),
  }),
  agreeMinutes: (minutes) => ({
    fields: [],
    explanation: 'Eine vereinbarte Niederschrift kann nicht mehr geändert werden.',
    run: (client) => send(client, documents.AgreeMinutesDocument, { input: seen(minutes) }),
  }),
};

export function minutesActOf(minutes: Minutes): (action: string) => Act | null {
  return (action) => (partyActs[action] ?? officeActs[action])?.(minutes) ?? null;
}
