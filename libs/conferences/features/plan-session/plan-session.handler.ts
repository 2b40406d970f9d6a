import { Injectable } from '@nestjs/common';
import type { BodyCode, SessionMode } from '#glossary';
import { bodiesMissingBetween, isBodyCode, type Actor } from '#organisation';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { Conference } from '../../domain/conference.js';
import { decideOnPlan, type AcceptedSession } from '../../domain/session-decision.js';
import type { SessionPlan } from '../../domain/session-requirements.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { bodiesMeetingBetween, sessionNumberIsTaken } from '../../persistence/planning-calendar.js';
import { Sessions } from '../../persistence/session.repository.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

export interface PlanSession {
  readonly conferenceId: string;
  /** Code of the body that leads. */
  readonly body: string;
  /** Codes of the bodies that meet together with it. */
  readonly jointBodies?: readonly string[];
  readonly number?: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
}

export type PlanSessionAnswer = AcceptedSession | Refused;

@Injectable()
export class PlanSessionHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
    private readonly transition: SessionTransitionHandler,
  ) {}

  async execute(actor: Actor, input: PlanSession): Promise<PlanSessionAnswer> {
    const bodies = [input.body, ...(input.jointBodies ?? [])];
    if (!bodies.every(isBodyCode)) return unknownBody;
    return this.database.write(actor, async (tx): Promise<PlanSessionAnswer> => {
      await this.conferences.lockPlanning(tx);
      const conference = await this.conferences.lockConference(tx, input.conferenceId);
      if (conference === null) return unknownConference;
      const plan = await planFrom(tx, input, bodies, conference);
      const context = this.transition.contextOf(actor, bodies, await this.sessions.listParents(tx));
      const decision = decideOnPlan(newId(), conference, { ...context, plan, input: {} });
      if (decision.ok) await this.sessions.insert(tx, actor, decision, context.now);
      return decision;
    });
  }
}

async function planFrom(
  tx: Tx,
  { number = null, startsOn, endsOn, place, mode }: PlanSession,
  bodies: readonly BodyCode[],
  { profileCode }: Conference,
): Promise<SessionPlan> {
  const busyBodies = await bodiesMeetingBetween(tx, bodies, { startsOn, endsOn }, null);
  const numberIsTaken = await sessionNumberIsTaken(tx, { body: bodies[0], number, profileCode }, null);
  const missingBodies = await bodiesMissingBetween(tx, bodies, startsOn, endsOn);
  const days = { startsOn, endsOn, place: place?.trim() || null, mode };
  return { ...days, bodies, number, busyBodies, numberIsTaken, missingBodies };
}

const unknownBody = refused({ code: 'UNKNOWN_BODY', message: 'Dieses Gremium gibt es nicht.', field: 'body' });
const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Die Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});
