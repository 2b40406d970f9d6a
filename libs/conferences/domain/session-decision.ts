import { capacityNames, type Capacity } from '#glossary';
import { availableActions, permit, type ActionAvailability, type Refused } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import { sessionLifecycle, type SessionAction, type SessionContext, type SessionEntry } from './session-lifecycle.js';
import type { NamedRepresentative } from './participant.js';
import type { SessionPlan } from './session-requirements.js';
import type { Session, SessionInvitation } from './session.js';

export interface AcceptedSession {
  readonly ok: true;
  readonly session: Session;
  /** What was sent, when the act is an invitation. */
  readonly invitation: Omit<SessionInvitation, 'number' | 'invitedBy'> | null;
  /** Who was named to sit for a party; such an act does not count as a change of the session itself. */
  readonly representative: NamedRepresentative | null;
  readonly capacity: Capacity;
  readonly emits: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The next session and what happened, or every reason against it. Pure: nothing is saved. */
export function decideOnSession(
  session: Session,
  conference: Conference,
  action: Exclude<SessionAction, 'planSession'>,
  context: SessionContext,
): AcceptedSession | Refused {
  const verdict = permit(sessionLifecycle, { state: session.state, session, conference }, action, context);
  if (!verdict.ok) return verdict;
  const { now, plan, input } = context;
  const moved = action === 'moveSession' && plan !== null ? { ...daysOf(plan), invitedAt: null } : {};
  const invited = action === 'inviteToSession' ? { invitedAt: now } : {};
  const representative = (action === 'nameRepresentative' ? input?.representative : null) ?? null;
  const revision = session.revision + (representative === null ? 1 : 0);
  const next = { ...session, ...moved, ...invited, state: verdict.to, revision };
  return {
    ok: true,
    session: next,
    invitation: action === 'inviteToSession' ? invitationTo(next, input?.note?.trim() || null, now) : null,
    representative,
    capacity: verdict.capacity,
    emits: verdict.emits,
    reason: input?.reason?.trim() || null,
    data: {
      from: session.state,
      to: next.state,
      ...(action === 'moveSession' ? daysOf(next) : {}),
      ...(representative === null ? {} : { party: representative.party, day: representative.day }),
    },
  };
}

/** The planned session, or every reason against it. */
export function decideOnPlan(
  id: string,
  conference: Conference,
  context: SessionContext & { readonly plan: SessionPlan },
): AcceptedSession | Refused {
  const entry: SessionEntry = { state: 'NEW', session: null, conference };
  const verdict = permit(sessionLifecycle, entry, 'planSession', context);
  if (!verdict.ok) return verdict;
  const { plan } = context;
  const [body] = plan.bodies;
  if (body === undefined) throw new Error('A session without a body was permitted');
  const record = {
    id,
    conferenceId: conference.id,
    body,
    bodies: plan.bodies,
    invitedAt: null,
    pendingBallots: 0,
    revision: 1,
  };
  const session = { ...record, ...daysOf(plan), state: verdict.to };
  const { capacity, emits } = verdict;
  const data = { conferenceId: conference.id, bodies: plan.bodies, ...daysOf(plan) };
  return { ok: true, session, invitation: null, representative: null, capacity, emits, reason: null, data };
}

/** What may be done with a session now; for the rest, why not. */
export function actionsOnSession(
  session: Session,
  conference: Conference,
  context: SessionContext,
): readonly ActionAvailability[] {
  return availableActions(sessionLifecycle, { state: session.state, session, conference }, context);
}

/** Whether sessions of a conference may be planned at all, and if not, why. */
export function planningOf(conference: Conference, context: SessionContext): ActionAvailability {
  const verdict = permit(sessionLifecycle, { state: 'NEW', session: null, conference }, 'planSession', context);
  const action = { action: 'planSession', label: sessionLifecycle.labels['planSession'] ?? '' };
  if (!verdict.ok) return { ...action, available: false, refusals: verdict.refusals };
  return { ...action, available: true, capacity: capacityNames[verdict.capacity], refusals: [] };
}

type Days = Pick<Session, 'number' | 'startsOn' | 'endsOn' | 'place' | 'mode'>;

function daysOf({ number, startsOn, endsOn, place, mode }: Days): Days {
  return { number, startsOn, endsOn, place, mode };
}

function invitationTo(session: Session, note: string | null, now: Date): AcceptedSession['invitation'] {
  const { startsOn, endsOn, place, mode } = session;
  return { startsOn, endsOn, place, mode, note, invitedAt: now };
}
