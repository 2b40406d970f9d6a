import type { MinutesObjectionState, MinutesState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { minutesLifecycle, type MinutesAction } from './minutes-lifecycle.js';
import type { Minutes, MinutesContext, MinutesObjection } from './minutes.js';

export interface MinutesEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type DecidedMinutes = Minutes & { readonly state: MinutesState };

export interface AcceptedMinutes {
  readonly ok: true;
  readonly minutes: DecidedMinutes;
  readonly events: readonly [MinutesEvent, ...MinutesEvent[]];
}

/** The next minutes and what happened, or every reason against it. `newId` names a new objection. Pure. */
export function decide(
  minutes: Minutes,
  action: MinutesAction,
  context: MinutesContext,
  newId: () => string,
): AcceptedMinutes | Refused {
  const verdict = permit(minutesLifecycle, minutes, action, context);
  if (!verdict.ok) return verdict;
  const next = {
    ...minutes,
    ...changes(minutes, action, context, newId),
    state: verdict.to,
    updatedAt: context.now,
    revision: minutes.revision + 1,
  };
  return { ok: true, minutes: next, events: [eventOf(minutes, next, verdict, context)] };
}

function changes(
  minutes: Minutes,
  action: MinutesAction,
  context: MinutesContext,
  newId: () => string,
): Partial<DecidedMinutes> {
  const { now, input } = context;
  switch (action) {
    case 'draftMinutes':
      return { version: 1, draftedAt: now };
    case 'circulateMinutes':
      return { circulatedAt: now, objectionsUntil: input?.objectionsUntil ?? minutes.objectionsUntil };
    case 'objectToMinutes':
      return { objections: [...minutes.objections, newObjection(minutes, context, newId())] };
    case 'withdrawMinutesObjection':
      return { objections: answered(minutes, [input?.objectionId ?? ''], 'WITHDRAWN', context) };
    case 'reviseMinutes':
      return {
        version: minutes.version + 1,
        objections: answered(minutes, input?.resolves ?? [], 'RESOLVED', context),
        ...(minutes.state === 'DRAFT' ? {} : { objectionsUntil: input?.objectionsUntil ?? minutes.objectionsUntil }),
      };
    case 'rejectMinutesObjection':
      return { objections: answered(minutes, [input?.objectionId ?? ''], 'REJECTED', context) };
    case 'agreeMinutes':
      return { agreedAt: now };
  }
}

function newObjection(
  { version }: Minutes,
  { now: madeAt, actorName: madeBy, input }: MinutesContext,
  id: string,
): MinutesObjection {
  const { party, text = '', agendaItemId = null } = input ?? {};
  if (party === undefined) throw new Error('A permitted objection names no party');
  const open = { state: 'OPEN', answeredAt: null, answeredBy: null, answer: null } as const;
  return { id, agendaItemId, version, party, text: text.trim(), madeAt, madeBy, ...open };
}

function answered(
  { objections }: Minutes,
  ids: readonly string[],
  state: MinutesObjectionState,
  { now: answeredAt, actorName: answeredBy, input }: MinutesContext,
): readonly MinutesObjection[] {
  const answer = textOf(input?.reason);
  return objections.map((each) => (ids.includes(each.id) ? { ...each, state, answeredAt, answeredBy, answer } : each));
}

function textOf(reason: string | null | undefined): string | null {
  const text = (reason ?? '').trim();
  return text === '' ? null : text;
}

/** The event names the parties whose objections it is about, so that they can be told; never what they said. */
function eventOf(
  before: Minutes,
  after: DecidedMinutes,
  { emits, capacity }: Permitted<string, string>,
  { input }: MinutesContext,
): MinutesEvent {
  const known = new Map(before.objections.map((each) => [each.id, each.state]));
  const touched = after.objections.filter(({ id, state }) => known.get(id) !== state);
  const { sessionId, conferenceId, bodies, version, objectionsUntil } = after;
  const data = {
    sessionId,
    conferenceId,
    bodies,
    version,
    ...(objectionsUntil === null ? {} : { objectionsUntil: objectionsUntil.toISOString() }),
    ...(touched.length === 0 ? {} : { objectionsOf: touched.map(({ party }) => party) }),
  };
  return { type: emits, capacity, reason: emits === OBJECTION_REJECTED ? null : textOf(input?.reason), data };
}

/** The answer stands with the objection: not all who read the minutes may read an objection to a restricted entry. */
const OBJECTION_REJECTED = 'minutes.objectionRejected';
