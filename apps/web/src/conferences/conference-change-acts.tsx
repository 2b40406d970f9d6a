import { deadlineKindNames } from '#glossary';
import { type Act, type ActField, type ActValues, listOf, send, textOf } from '../acts/act.js';
import {
  CancelConferenceDocument,
  type DeadlineKind,
  EditConferenceDocument,
  RescheduleConferenceDocument,
} from '../generated/graphql.js';
import type { Conference } from './conference.js';
import { PapersPreview, ReschedulingPreview } from './conference-previews.js';

const movableDeadlines = [
  'COMMITTEE_REGISTRATION',
  'COMMITTEE_SESSIONS',
  'DIRECT_REGISTRATION',
  'AGENDA_DRAFT',
  'PRE_CONFERENCE',
  'FINAL_PAPERS',
] as const;

const chosenIn = (values: ActValues) => listOf(values, 'alsoMove') as DeadlineKind[];

const reason: ActField = { name: 'reason', label: 'Grund', kind: 'text' };

export function rescheduleConference({ id, revision, startsOn, endsOn }: Conference): Act {
  const at = { conferenceId: id, expectedRevision: revision };
  return {
    explanation:
      'Die Fristen und die Sitzungen der Vorkonferenz und der Hauptkonferenz ziehen mit um. Wer schon eingeladen ist, wird neu eingeladen. Alle Koordinationen erhalten eine Nachricht.',
    fields: [
      { name: 'startsOn', label: 'Neuer erster Tag', kind: 'day', initial: startsOn },
      { name: 'endsOn', label: 'Neuer letzter Tag', kind: 'day', initial: endsOn },
      {
        name: 'alsoMove',
        label: 'Fristen mit eigenem Termin, die auch verlegt werden',
        hint: 'Was der Vorsitz einzeln gesetzt hat, bleibt sonst, wo es ist. Die Vorschau zeigt, welche das sind.',
        kind: 'many',
        choices: movableDeadlines.map((value) => ({ value, label: deadlineKindNames[value] })),
        optional: true,
      },
      reason,
    ],
    preview: (values) => {
      const days = { startsOn: textOf(values, 'startsOn'), endsOn: textOf(values, 'endsOn') };
      const isSame = days.startsOn === startsOn && days.endsOn === endsOn;
      return isSame || days.startsOn === '' || days.endsOn === '' ? null : (
        <ReschedulingPreview conferenceId={id} {...days} alsoMove={chosenIn(values)} />
      );
    },
    run: (client, values) => {
      const days = { startsOn: textOf(values, 'startsOn'), endsOn: textOf(values, 'endsOn') };
      return send(client, RescheduleConferenceDocument, {
        input: { ...at, ...days, alsoMove: chosenIn(values), reason: textOf(values, 'reason') },
      });
    },
  };
}

export function editConference({ id, revision, number, name, place }: Conference): Act {
  const at = { conferenceId: id, expectedRevision: revision };
  return {
    fields: [
      {
        name: 'number',
        label: 'Sitzungsnummer',
        kind: 'number',
        hint: 'Sondersitzungen tragen nicht immer eine Nummer.',
        optional: true,
        initial: number === null ? '' : String(number),
      },
      {
        name: 'name',
        label: 'Eigener Name',
        kind: 'line',
        hint: 'Steht statt der Jahreszeit im Titel, zum Beispiel „Sondersitzung zur Lage“.',
        optional: true,
        initial: name ?? '',
      },
      { name: 'place', label: 'Ort', kind: 'line', optional: true, initial: place ?? '' },
    ],
    run: (client, values) => {
      const entered = textOf(values, 'number');
      const own = { name: textOf(values, 'name') || null, place: textOf(values, 'place') || null };
      return send(client, EditConferenceDocument, {
        input: { ...at, ...own, number: entered === '' ? null : Number(entered) },
      });
    },
  };
}

/** `later` are the conferences at which its topics can go on. */
export function cancelConference({ id, revision }: Conference, later: readonly Conference[]): Act {
  const at = { conferenceId: id, expectedRevision: revision };
  return {
    explanation:
      'Die Sitzungen der Vorkonferenz und der Hauptkonferenz werden mit abgesagt; Arbeitskreise entscheiden über ihre Sitzungen selbst. Offene Themen gehen bei der gewählten Konferenz weiter. Eine abgesagte Konferenz lässt sich nur neu planen.',
    fields: [
      reason,
      {
        name: 'successorId',
        label: 'Offene Themen gehen weiter bei',
        kind: 'one',
        choices: later.map(({ id: value, title }) => ({ value, label: title })),
        optional: true,
        ...(later.length === 0 && { hint: 'Es ist keine spätere Konferenz geplant.' }),
      },
    ],
    preview: () => <PapersPreview conferenceId={id} />,
    run: (client, values) =>
      send(client, CancelConferenceDocument, {
        input: { ...at, reason: textOf(values, 'reason'), successorId: textOf(values, 'successorId') || null },
      }),
  };
}
