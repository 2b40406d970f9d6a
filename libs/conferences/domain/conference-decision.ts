import type { Capacity } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Refused } from '#platform/lifecycle';
import {
  conferenceLifecycle,
  type ConferenceAction,
  type ConferenceContext,
  type ConferenceEntry,
} from './conference-lifecycle.js';
import type { Conference } from './conference.js';
import type { Session } from './session.js';

export interface ConferenceVerdict {
  readonly ok: true;
  readonly capacity: Capacity;
  readonly emits: string;
}

/** What can be done with a conference that is planned. */
export type ConferenceChange = Exclude<ConferenceAction, 'planConference' | 'importConference'>;

export interface AcceptedConference extends ConferenceVerdict {
  readonly conference: Conference;
  readonly before: Conference;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export const notYetPlanned: ConferenceEntry = { state: 'NEW', conference: null, sessions: [] };

export function asEntry(conference: Conference, sessions: readonly Session[] = []): ConferenceEntry {
  return { state: conference.state, conference, sessions };
}

/** Decides by the table whether the plan may be carried out now. */
export function decide(
  entry: ConferenceEntry,
  action: ConferenceAction,
  context: ConferenceContext,
): ConferenceVerdict | Refused {
  return permit(conferenceLifecycle, entry, action, context);
}

/** The next conference and what happened, or every reason against it. Pure: nothing is saved. */
export function decideOnChange(
  before: Conference,
  sessions: readonly Session[],
  action: ConferenceChange,
  context: ConferenceContext,
): AcceptedConference | Refused {
  const verdict = decide(asEntry(before, sessions), action, context);
  if (!verdict.ok) return verdict;
  const next = { ...changes[action](before, context), revision: before.revision + 1 };
  const { capacity, emits } = verdict;
  const reason = context.input?.reason?.trim() || null;
  return { ok: true, conference: next, before, capacity, emits, reason, data: differences(before, next) };
}

/** What may be done with a conference now; for the rest, why not. */
export function actionsOnConference(
  conference: Conference,
  sessions: readonly Session[],
  context: ConferenceContext,
): readonly ActionAvailability[] {
  return availableActions(conferenceLifecycle, asEntry(conference, sessions), context).filter(
    ({ action }) => action in changes,
  );
}

type Change = (before: Conference, context: ConferenceContext) => Conference;

const changes: Readonly<Record<ConferenceChange, Change>> = {
  rescheduleConference: (before, { moved }) => moved ?? before,
  editConference: (before, { conferencePlan: plan }) =>
    plan === null ? before : { ...before, number: plan.number, name: plan.name, place: plan.place },
  followChairTerm: (before, { conferencePlan: plan }) => ({ ...before, chair: plan?.chair ?? before.chair }),
  cancelConference: (before, { successor }) => ({
    ...before,
    state: 'CANCELLED',
    successorId: successor?.id ?? null,
  }),
};

/** What is different now: by field, from and to. */
function differences(before: Conference, next: Conference): Readonly<Record<string, unknown>> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  const changed = Object.entries(next).filter(
    ([field, value]) => field !== 'revision' && JSON.stringify(known[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: known[field], to }]));
}
