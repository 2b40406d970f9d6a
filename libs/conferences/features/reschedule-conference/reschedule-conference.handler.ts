import { Injectable } from '@nestjs/common';
import { calendarOf, restDayInWords } from '#deadlines';
import type { DeadlineKind } from '#glossary';
import type { Actor } from '#organisation';
import { Database, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import {
  ConferenceTransitionHandler,
  unknownConference,
  type ConferenceAnswer,
} from '../../conference-transition.handler.js';
import { movedDays, movesOf, rescheduled, type MovedDay, type SessionMove } from '../../conference-change.js';
import { decideOnChange } from '../../domain/conference-decision.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { daysAround, fixedDeadlinesOf } from '../../persistence/fixed-deadlines.js';
import { Sessions } from '../../persistence/session.repository.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

export interface ConferenceDates {
  readonly conferenceId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Deadlines with an instant of their own that move all the same. */
  readonly alsoMove?: readonly DeadlineKind[] | null;
}

export interface RescheduleConference extends ConferenceDates {
  readonly expectedRevision: number;
  readonly reason: string;
}

/** What would move, and what stands against it already. */
export interface ReschedulingPreview {
  readonly days: readonly MovedDay[];
  readonly refusals: Refused['refusals'] | readonly [];
}

@Injectable()
export class RescheduleConferenceHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
    private readonly transition: ConferenceTransitionHandler,
    private readonly sessionTransition: SessionTransitionHandler,
  ) {}

  /** Moves the conference, its deadlines and its sessions in one transaction: all of them or none. */
  async execute(actor: Actor, input: RescheduleConference): Promise<ConferenceAnswer> {
    const { conferenceId, expectedRevision, reason, startsOn, endsOn, alsoMove } = input;
    return this.database.write(actor, async (tx): Promise<ConferenceAnswer> => {
      const answer = await this.transition.decideAndSave(tx, actor, {
        ...{ conferenceId, expectedRevision, action: 'rescheduleConference' as const },
        changed: { startsOn, endsOn },
        input: { reason, alsoMove },
      });
      if (!answer.ok) return answer;
      const { today } = this.transition.contextOf(actor);
      for (const move of movesOf(answer.before, answer.conference, answer.sessions, today)) {
        const moved = await this.moveSession(tx, actor, move, reason);
        if (!moved.ok) return moved;
      }
      return answer;
    });
  }

  /** The same without doing it; null when the reader sees no such conference. */
  async preview(
    actor: Actor,
    { conferenceId, startsOn, endsOn, alsoMove }: ConferenceDates,
  ): Promise<ReschedulingPreview | null> {
    return this.database.read(actor, async (tx) => {
      const before = await this.conferences.findConference(tx, conferenceId);
      if (before === null) return null;
      const sessions = await this.sessions.sessionsOf(tx, conferenceId);
      const asked = { changed: { startsOn, endsOn }, input: { reason: 'Vorschau', alsoMove } };
      const context = await this.transition.contextFor(tx, actor, before, asked);
      const decision = decideOnChange(before, sessions, 'rescheduleConference', context);
      if (!decision.ok) return { days: [], refusals: decision.refusals };
      const after = decision.conference;
      const moves = movesOf(before, after, sessions, context.today);
      const fixed = new Set(await fixedDeadlinesOf(tx, conferenceId));
      const { holidayRule, followUpsDue } = await daysAround(tx, conferenceId);
      const restDayOf = (day: string): string | null => restDayInWords(day, calendarOf(holidayRule));
      const facts = { today: context.today, fixed, followUpsDue, restDayOf };
      return { days: movedDays(before, after, moves, facts), refusals: [] };
    });
  }

  private async moveSession(
    tx: Tx,
    actor: Actor,
    { session, startsOn, endsOn }: SessionMove,
    reason: string,
  ): ReturnType<SessionTransitionHandler['decideAndSave']> {
    const { id: sessionId, place, mode } = session;
    const input = { reason, days: { startsOn, endsOn, place, mode } };
    return this.sessionTransition.decideAndSave(tx, actor, { sessionId, action: 'moveSession', input });
  }
}
