import { sessionModeNames } from '#glossary';
import { type Act, listOf, oneOf, send, textOf } from '../acts/act.js';
import {
  type ActionPartsFragment,
  CompileAgendaDocument,
  type MeetingBodiesQuery,
  PlanSessionDocument,
  type SessionMode,
} from '../generated/graphql.js';
import type { Installation, Viewer } from '../session/session.js';
import type { Choice } from '../ui/fields.js';
import { formatDays } from '../ui/format.js';
import type { Conference } from './conference.js';
import { cancelConference, editConference, rescheduleConference } from './conference-change-acts.js';

/** A conference that is not planned yet has no actions of its own; those who may plan one are told where it would be. */
export function mayPlan(installation: Installation | null): boolean {
  return (installation?.availableActions ?? []).some(
    ({ action, available }) => action === 'planConference' && available,
  );
}

/** What can be done with a conference now; who may do nothing here sees no button. */
export function actionsOn(conference: Conference, viewer: Viewer): readonly ActionPartsFragment[] {
  if (conference.endsOn < viewer.today || conference.state === 'CANCELLED') return [];
  const possible = conference.availableActions.filter(({ refusals }) => !refusals.some(isForOthers));
  return conference.agenda === null && conference.compileAgenda.available
    ? [...possible, conference.compileAgenda]
    : possible;
}

const isForOthers = ({ code }: { readonly code: string }) =>
  code === 'NOT_ENTITLED' || code === 'NOT_POSSIBLE_IN_STATE';

export type Session = Conference['sessions'][number];

/** A session that has no agenda yet: who keeps its papers begins it. That of the main session is the conference's own. */
export function sessionActions({ agenda, compileAgenda, endsOn, body }: Session, today: string) {
  const isPossible = agenda === null && compileAgenda.available && endsOn >= today;
  return isPossible && body.code !== 'MAIN_CONFERENCE' ? [compileAgenda] : [];
}

export function sessionActOf({ id }: Session): (action: string) => Act | null {
  return () => ({
    fields: [],
    explanation: 'Alle Themen, mit denen das Gremium befasst ist, kommen auf die Tagesordnung der Sitzung.',
    run: (client) => send(client, CompileAgendaDocument, { input: { sessionId: id } }),
  });
}

export function conferenceActOf(
  conference: Conference,
  all: readonly Conference[],
  bodies: readonly MeetingBody[],
  today: string,
): (action: string) => Act | null {
  const later = all.filter(
    ({ state, startsOn, endsOn, profile }) =>
      state === 'PLANNED' &&
      startsOn > conference.startsOn &&
      endsOn >= today &&
      profile.code === conference.profile.code,
  );
  return (action) => {
    if (action === 'compileAgenda') return compileAgenda(conference);
    if (action === 'rescheduleConference') return rescheduleConference(conference);
    if (action === 'editConference') return editConference(conference);
    if (action === 'cancelConference') return cancelConference(conference, later);
    return action === 'planSession' ? planSession(conference, bodies) : null;
  };
}

function compileAgenda({ id }: Conference): Act {
  return {
    fields: [],
    explanation: 'Alle Themen, die an die Hauptkonferenz weitergeleitet sind, kommen auf die Tagesordnung.',
    run: (client) => send(client, CompileAgendaDocument, { input: { conferenceId: id } }),
  };
}

const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export type MeetingBody = MeetingBodiesQuery['bodies'][number];

/** Bodies as this conference calls them; those that have no name of their own here go by their short name. */
function bodyChoices({ names }: Conference, bodies: readonly MeetingBody[]): readonly Choice[] {
  const known = new Map(names.bodies.map(({ code, name }) => [code, name]));
  return bodies.map(({ code }) => ({ value: code, label: known.get(code) ?? code }));
}

function planSession(conference: Conference, bodies: readonly MeetingBody[]): Act {
  const { id, title, startsOn, endsOn } = conference;
  const committees = bodies.filter(({ kind }) => kind !== 'MAIN_CONFERENCE' && kind !== 'PRE_CONFERENCE');
  return {
    explanation: `${title}, ${formatDays(startsOn, endsOn)}`,
    fields: [
      { name: 'body', label: 'Gremium', kind: 'one', choices: bodyChoices(conference, bodies) },
      {
        name: 'jointBodies',
        label: 'Gemeinsam mit',
        kind: 'many',
        choices: bodyChoices(conference, committees),
        optional: true,
      },
      { name: 'number', label: 'Sitzungsnummer', kind: 'number', optional: true },
      { name: 'startsOn', label: 'Erster Tag', kind: 'day' },
      { name: 'endsOn', label: 'Letzter Tag', kind: 'day' },
      { name: 'place', label: 'Ort', kind: 'line', optional: true },
      { name: 'mode', label: 'Form', kind: 'one', choices: choicesOf(sessionModeNames), initial: 'IN_PERSON' },
    ],
    run: (client, values) => {
      const place = textOf(values, 'place');
      return send(client, PlanSessionDocument, {
        input: {
          conferenceId: id,
          body: textOf(values, 'body'),
          jointBodies: listOf(values, 'jointBodies'),
          number: textOf(values, 'number') === '' ? null : Number(textOf(values, 'number')),
          startsOn: textOf(values, 'startsOn'),
          endsOn: textOf(values, 'endsOn'),
          place: place === '' ? null : place,
          mode: oneOf<SessionMode>(values, 'mode'),
        },
      });
    },
  };
}
