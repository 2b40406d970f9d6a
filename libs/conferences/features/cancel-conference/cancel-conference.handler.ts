import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { ConferenceTransitionHandler, type ConferenceAnswer } from '../../conference-transition.handler.js';
import type { ConferencePaper } from '../../domain/conference-change-requirements.js';
import { isOfWholeConference, type Session } from '../../domain/session.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

export interface CancelConference {
  readonly conferenceId: string;
  readonly expectedRevision: number;
  readonly reason: string;
  readonly successorId: string | null;
}

@Injectable()
export class CancelConferenceHandler {
  constructor(
    private readonly database: Database,
    private readonly transition: ConferenceTransitionHandler,
    private readonly sessionTransition: SessionTransitionHandler,
  ) {}

  /** The sessions of the conference as a whole are cancelled with it; committees decide on theirs. */
  async execute(actor: Actor, input: CancelConference): Promise<ConferenceAnswer> {
    const { conferenceId, expectedRevision, reason, successorId } = input;
    return this.database.write(actor, async (tx): Promise<ConferenceAnswer> => {
      const answer = await this.transition.decideAndSave(tx, actor, {
        ...{ conferenceId, expectedRevision, action: 'cancelConference' as const },
        input: { reason, successorId },
      });
      if (!answer.ok) return answer;
      for (const { id: sessionId } of answer.sessions.filter(isCancelledAlong)) {
        const cancelled = await this.sessionTransition.decideAndSave(tx, actor, {
          ...{ sessionId, action: 'cancelSession' as const },
          input: { reason },
        });
        if (!cancelled.ok) return cancelled;
      }
      return answer;
    });
  }

  /** Null when the reader sees no such conference. */
  async papersOf(actor: Actor, conferenceId: string): Promise<readonly ConferencePaper[] | null> {
    return this.database.read(actor, (tx) => this.transition.papersOf(tx, conferenceId));
  }
}

function isCancelledAlong({ body, state }: Session): boolean {
  return isOfWholeConference(body) && (state === 'PLANNED' || state === 'INVITED');
}
