import { attendanceNames, participantRoleNames, partyNames, sessionModeNames } from '#glossary';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import {
  AnnounceParticipantDocument,
  type Attendance,
  CancelSessionDocument,
  ConcludeSessionDocument,
  InviteToSessionDocument,
  MoveSessionDocument,
  NameRepresentativeDocument,
  OpenSessionDocument,
  type ParticipantRole,
  RecordAttendanceDocument,
  type SessionMode,
  type SessionParticipantsQuery,
  type SessionPartsFragment,
  WithdrawParticipantDocument,
} from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';

export type Participant = SessionParticipantsQuery['participants']['nodes'][number];

const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const orNull = (values: ActValues, name: string): string | null => textOf(values, name) || null;

const reason: ActField = { name: 'reason', label: 'Grund', kind: 'text' };

/** `ownParty` is what the viewer coordinates; it is proposed, and the server decides. */
export function sessionActOf(session: SessionPartsFragment, ownParty: string): (action: string) => Act | null {
  const at = { sessionId: session.id, expectedRevision: session.revision };
  const acts: Readonly<Record<string, Act>> = {
    moveSession: moving(session, at),
    inviteToSession: {
      explanation: 'Termin und Ort der Einladung bleiben festgehalten. Die Eingeladenen erhalten eine Nachricht.',
      fields: [{ name: 'note', label: 'Hinweis', kind: 'text', optional: true }],
      run: (client, values) =>
        send(client, InviteToSessionDocument, { input: { ...at, note: orNull(values, 'note') } }),
    },
    openSession: { fields: [], run: (client) => send(client, OpenSessionDocument, { input: at }) },
    concludeSession: {
      explanation: 'Danach wird die Niederschrift entworfen. Eine geschlossene Sitzung lässt sich nicht wieder öffnen.',
      fields: [],
      run: (client) => send(client, ConcludeSessionDocument, { input: at }),
    },
    cancelSession: {
      explanation: 'Wer schon eingeladen ist, erhält eine Nachricht. Eine abgesagte Sitzung lässt sich nur neu planen.',
      fields: [reason],
      run: (client, values) =>
        send(client, CancelSessionDocument, { input: { ...at, reason: textOf(values, 'reason') } }),
    },
    nameRepresentative: naming(session, ownParty),
    announceParticipant: announcing(session, ownParty),
  };
  return (action) => acts[action] ?? null;
}

type At = { readonly sessionId: string; readonly expectedRevision: number };

function moving({ startsOn, endsOn, place, mode, state }: SessionPartsFragment, at: At): Act {
  const isInvited = state === 'INVITED';
  return {
    ...(isInvited && {
      explanation: 'Zu der Sitzung ist schon eingeladen. Zum neuen Termin laden Sie danach neu ein.',
    }),
    fields: [
      { name: 'startsOn', label: 'Erster Tag', kind: 'day', initial: startsOn },
      { name: 'endsOn', label: 'Letzter Tag', kind: 'day', initial: endsOn },
      { name: 'place', label: 'Ort', kind: 'line', optional: true, initial: place ?? '' },
      { name: 'mode', label: 'Form', kind: 'one', choices: choicesOf(sessionModeNames), initial: mode },
      reason,
    ],
    run: (client, values) => {
      const days = { startsOn: textOf(values, 'startsOn'), endsOn: textOf(values, 'endsOn') };
      const where = { place: orNull(values, 'place'), mode: oneOf<SessionMode>(values, 'mode') };
      return send(client, MoveSessionDocument, {
        input: { ...at, ...days, ...where, reason: textOf(values, 'reason') },
      });
    },
  };
}

const party = (ownParty: string): ActField => {
  return { name: 'party', label: 'Land oder Bund', kind: 'one', choices: choicesOf(partyNames), initial: ownParty };
};

function naming({ id, startsOn }: SessionPartsFragment, ownParty: string): Act {
  return {
    explanation:
      'Wer hier benannt ist, spricht und stimmt ab diesem Tag für das Land, bis jemand anderes benannt wird.',
    fields: [
      party(ownParty),
      { name: 'day', label: 'Ab dem Sitzungstag', kind: 'day', initial: startsOn },
      { name: 'name', label: 'Name', kind: 'line' },
      { name: 'office', label: 'Amt', kind: 'line', hint: 'Zum Beispiel: Staatssekretärin' },
    ],
    run: (client, values) => {
      const named = { day: textOf(values, 'day'), name: textOf(values, 'name'), office: textOf(values, 'office') };
      return send(client, NameRepresentativeDocument, {
        input: { sessionId: id, party: textOf(values, 'party'), ...named },
      });
    },
  };
}

function announcing({ id, conference, bodies }: SessionPartsFragment, ownParty: string): Act {
  const meeting = conference.names.bodies.filter(({ code }) => bodies.some((body) => body.code === code));
  const ofBodies = meeting.map(({ code, name }) => ({ value: code, label: name }));
  return {
    fields: [
      { name: 'name', label: 'Name', kind: 'line', hint: 'Oder die Funktion, solange niemand feststeht.' },
      { name: 'office', label: 'Funktion', kind: 'line', optional: true },
      { ...party(ownParty), optional: true },
      { name: 'body', label: 'Gremium', kind: 'one', choices: ofBodies, optional: true },
      {
        name: 'role',
        label: 'Art der Teilnahme',
        kind: 'one',
        choices: choicesOf(participantRoleNames),
        initial: 'DELEGATION',
      },
    ],
    run: (client, values) =>
      send(client, AnnounceParticipantDocument, {
        input: {
          sessionId: id,
          name: textOf(values, 'name'),
          office: orNull(values, 'office'),
          party: orNull(values, 'party'),
          body: orNull(values, 'body'),
          role: oneOf<ParticipantRole>(values, 'role'),
        },
      }),
  };
}

export function participantActOf({ id, revision }: Participant): (action: string) => Act | null {
  const at = { participantId: id, expectedRevision: revision };
  const acts: Readonly<Record<string, Act>> = {
    recordAttendance: {
      fields: [
        {
          name: 'attendance',
          label: 'Anwesenheit',
          kind: 'one',
          choices: choicesOf(attendanceNames),
          initial: 'PRESENT',
        },
      ],
      run: (client, values) =>
        send(client, RecordAttendanceDocument, {
          input: { ...at, attendance: oneOf<Attendance>(values, 'attendance') },
        }),
    },
    withdrawParticipant: {
      explanation: 'Die Person steht danach nicht mehr in der Liste.',
      fields: [],
      run: (client) => send(client, WithdrawParticipantDocument, { input: at }),
    },
  };
  return (action) => acts[action] ?? null;
}
