import { Injectable } from '@nestjs/common';
import type { Attendance } from '#glossary';
import type { Actor } from '#organisation';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import {
  decideOnParticipant,
  type AcceptedParticipant,
  type ParticipantAction,
  type ParticipantContext,
} from './domain/participant-lifecycle.js';
import type { AnnouncedParticipant, Participant } from './domain/participant.js';
import type { Session } from './domain/session.js';
import { Participants } from './persistence/participant.repository.js';
import { Sessions } from './persistence/session.repository.js';
import { SessionTransitionHandler, unknownSession } from './session-transition.handler.js';

export type ParticipantAnswer = AcceptedParticipant | Refused;

export interface ParticipantTransition {
  readonly participantId: string;
  readonly expectedRevision: number;
  readonly action: Exclude<ParticipantAction, 'announceParticipant'>;
  readonly attendance?: Attendance;
}

/** The one way in which somebody is announced for a session, noted as present, or withdrawn. */
@Injectable()
export class ParticipantTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly sessions: Sessions,
    private readonly transition: SessionTransitionHandler,
  ) {}

  async announce(actor: Actor, sessionId: string, announced: AnnouncedParticipant): Promise<ParticipantAnswer> {
    return this.database.write(actor, async (tx): Promise<ParticipantAnswer> => {
      const session = await this.sessions.lockSession(tx, sessionId);
      if (session === null) return unknownSession;
      const others = await this.participants.listAnnounced(tx, sessionId);
      const context = { ...(await this.contextOf(tx, actor, session)), announced, others };
      const decision = decideOnParticipant({ id: newId() }, session, 'announceParticipant', context);
      if (decision.ok) await this.participants.save(tx, actor, decision, session, context.now);
      return decision;
    });
  }

  async execute(actor: Actor, transition: ParticipantTransition): Promise<ParticipantAnswer> {
    const { participantId, expectedRevision, action, attendance = null } = transition;
    return this.database.write(actor, async (tx): Promise<ParticipantAnswer> => {
      const seen = await this.participants.findParticipant(tx, participantId);
      const session = seen === null ? null : await this.sessions.lockSession(tx, seen.sessionId);
      // Read again under the lock of the session, which everybody waits for who changes its participants.
      const participant = session === null ? null : await this.participants.findParticipant(tx, participantId);
      if (session === null || participant === null) return unknownParticipant;
      if (participant.revision !== expectedRevision) return changedMeanwhile(participant);
      const context = { ...(await this.contextOf(tx, actor, session)), attendance };
      const decision = decideOnParticipant(participant, session, action, context);
      if (decision.ok) await this.participants.save(tx, actor, decision, session, context.now);
      return decision;
    });
  }

  private async contextOf(tx: Tx, actor: Actor, session: Session): Promise<ParticipantContext> {
    const { now, capacities, ownParties } = this.transition.contextOf(
      actor,
      session.bodies,
      await this.sessions.listParents(tx),
    );
    return { now, capacities, ownParties, announced: null, attendance: null, others: [] };
  }
}

const unknownParticipant = refused({
  code: 'NOT_FOUND',
  message: 'Diese Anmeldung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'participantId',
});

function changedMeanwhile({ revision }: Participant): Refused {
  const message = 'Die Anmeldung wurde inzwischen geändert. Bitte laden Sie die Liste neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
