import { Injectable } from '@nestjs/common';
import type { SessionMode } from '#glossary';
import { WHOLE_CONFERENCE, capacitiesOn, isBodyCode, type Actor } from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { Session } from '../../domain/conference.js';
import { asEntry, decide, type ConferenceVerdict } from '../../domain/conference-decision.js';
import type { SessionPlan } from '../../domain/session-requirements.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { bodyMeetsBetween } from '../../persistence/planning-calendar.js';

export interface PlanSession {
  readonly conferenceId: string;
  /** Code of a body. */
  readonly body: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
}

export type PlanSessionAnswer = { readonly ok: true; readonly session: Session } | Refused;

@Injectable()
export class PlanSessionHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { conferenceId, ...input }: PlanSession): Promise<PlanSessionAnswer> {
    const { body, startsOn, endsOn } = input;
    if (!isBodyCode(body)) return unknownBody;
    return this.database.write(actor, async (tx): Promise<PlanSessionAnswer> => {
      await this.conferences.lockPlanning(tx);
      const conference = await this.conferences.lockConference(tx, conferenceId);
      if (conference === null) return unknownConference;
      const now = this.clock.now();
      const bodyMeetsThen = await bodyMeetsBetween(tx, body, startsOn, endsOn);
      const plan: SessionPlan = { ...input, body, place: input.place?.trim() || null, bodyMeetsThen };
      const verdict = decide(asEntry(conference), 'planSession', {
        now,
        today: berlinDay(now),
        capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
        conferencePlan: null,
        sessionPlan: plan,
      });
      if (!verdict.ok) return verdict;
      const session = sessionFrom(conference.id, plan);
      await this.conferences.saveSession(tx, session, [planned(actor, session, verdict, now)]);
      return { ok: true, session };
    });
  }
}

const unknownBody = refused({ code: 'UNKNOWN_BODY', message: 'Dieses Gremium gibt es nicht.', field: 'body' });
const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Die Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});

function sessionFrom(conferenceId: string, plan: SessionPlan): Session {
  const { body, startsOn, endsOn, place, mode } = plan;
  return { id: newId(), conferenceId, body, startsOn, endsOn, place, mode, state: 'PLANNED' };
}

function planned(actor: Actor, session: Session, verdict: ConferenceVerdict, now: Date): RecordEvent {
  const { id: sessionId, conferenceId, body, startsOn, endsOn, mode } = session;
  return {
    type: verdict.emits,
    recordKind: 'conference',
    recordId: conferenceId,
    actorName: actor.name,
    capacity: verdict.capacity,
    reason: null,
    occurredAt: now,
    data: { sessionId, body, startsOn, endsOn, mode },
  };
}
