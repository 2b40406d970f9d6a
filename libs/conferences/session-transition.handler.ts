import { Injectable } from '@nestjs/common';
import type { BodyCode, Capacity } from '#glossary';
import {
  WHOLE_CONFERENCE,
  bodiesMissingBetween,
  capacitiesOn,
  capacitiesTogether,
  partiesActedFor,
  type Actor,
} from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Capacities, type Refused } from '#platform/lifecycle';
import { decideOnSession, type AcceptedSession } from './domain/session-decision.js';
import type { SessionAction, SessionContext } from './domain/session-lifecycle.js';
import type { SessionActionInput, SessionPlan } from './domain/session-requirements.js';
import type { Session } from './domain/session.js';
import { Conferences } from './persistence/conference.repository.js';
import { bodiesMeetingBetween } from './persistence/planning-calendar.js';
import { Sessions } from './persistence/session.repository.js';

/** Where to and on which days a session is moved. */
export type NewDays = Pick<Session, 'startsOn' | 'endsOn' | 'place' | 'mode'>;

export interface SessionTransition {
  readonly sessionId: string;
  /** The revision the person decided on; left out by acts that overwrite nothing. */
  readonly expectedRevision?: number | undefined;
  readonly action: Exclude<SessionAction, 'planSession'>;
  readonly input?: SessionActionInput & { readonly days?: NewDays };
}

export type SessionAnswer = AcceptedSession | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a session. */
@Injectable()
export class SessionTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly conferences: Conferences,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: SessionTransition): Promise<SessionAnswer> {
    return this.database.write(actor, (tx) => this.decideAndSave(tx, actor, transition));
  }

  /** The same inside an open transaction, for acts that touch several records; the caller rolls back on a refusal. */
  async decideAndSave(tx: Tx, actor: Actor, transition: SessionTransition): Promise<SessionAnswer> {
    const { sessionId, expectedRevision, action, input = {} } = transition;
    if (action === 'moveSession') await this.conferences.lockPlanning(tx);
    const session = await this.sessions.lockSession(tx, sessionId);
    if (session === null) return unknownSession;
    if (expectedRevision !== undefined && session.revision !== expectedRevision) return changedMeanwhile(session);
    const conference = await this.conferences.getConference(tx, session.conferenceId);
    const plan = input.days === undefined ? null : await movedTo(tx, session, input.days);
    const parents = await this.sessions.listParents(tx);
    const context = { ...this.contextOf(actor, session.bodies, parents), plan, input };
    const decision = decideOnSession(session, conference, action, context);
    if (decision.ok) await this.sessions.save(tx, actor, decision, context.now);
    return decision;
  }

  /** What a decision needs to know of who asks; plan and input null, while only asking which actions are available. */
  contextOf(actor: Actor, bodies: readonly BodyCode[], parents: ReadonlyMap<BodyCode, BodyCode>): SessionContext {
    const now = this.clock.now();
    const capacities = capacitiesOnSession(actor, bodies, parents);
    const ownParties = partiesActedFor(actor, 'PARTY_COORDINATOR');
    return { now, today: berlinDay(now), capacities, ownParties, plan: null, input: null };
  }
}

/** The officers of the body that leads act, and those of the committee above it. */
export function capacitiesOnSession(
  actor: Actor,
  bodies: readonly BodyCode[],
  parents: ReadonlyMap<BodyCode, BodyCode>,
): Capacities<Capacity> {
  const [lead, ...others] = bodies;
  const own = capacitiesOn(actor, { ...WHOLE_CONFERENCE, leadCommittee: lead ?? null, involvedCommittees: others });
  const parent = lead === undefined ? undefined : parents.get(lead);
  if (parent === undefined) return own;
  return capacitiesTogether(own, capacitiesOn(actor, { ...WHOLE_CONFERENCE, leadCommittee: parent }));
}

async function movedTo(tx: Tx, { id, bodies, number }: Session, days: NewDays): Promise<SessionPlan> {
  const busyBodies = await bodiesMeetingBetween(tx, bodies, days, id);
  const missingBodies = await bodiesMissingBetween(tx, bodies, days.startsOn, days.endsOn);
  const place = days.place?.trim() || null;
  return { ...days, place, bodies, number, busyBodies, numberIsTaken: false, missingBodies };
}

export const unknownSession = refused({
  code: 'NOT_FOUND',
  message: 'Die Sitzung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'sessionId',
});

function changedMeanwhile({ revision }: Session): Refused {
  const message = 'Die Sitzung wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
