import { Injectable } from '@nestjs/common';
import { Sessions, SessionTransitionHandler, type Session } from '#conferences';
import type { BodyCode, PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';

/** A session as its minutes see it. */
export interface MinutesSession {
  readonly id: string;
  readonly conferenceId: string;
  readonly bodies: readonly BodyCode[];
  readonly isOver: boolean;
}

/** "Minister Muster, Hessisches Ministerium des Innern", by the party for which this person sat. */
export type Representatives = ReadonlyMap<PartyCode, string>;

/** Sessions as minutes are written of them: each from the agenda of its body. */
@Injectable()
export class MinutesSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly transition: SessionTransitionHandler,
  ) {}

  async findSession(tx: ReadTx, id: string): Promise<MinutesSession | null> {
    const session = await this.sessions.findSession(tx, id);
    return session === null ? null : sessionOf(session);
  }

  async sessionsByConferences(
    tx: ReadTx,
    conferenceIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly MinutesSession[]>> {
    const found = new Map<string, readonly MinutesSession[]>();
    for (const id of conferenceIds) {
      const sessions = await this.sessions.sessionsOf(tx, id);
      found.set(id, sessions.filter(({ state }) => state !== 'CANCELLED').map(sessionOf));
    }
    return found;
  }

  /** The committee above each sub-body, whose officers act for it too. */
  async parents(tx: ReadTx): Promise<ReadonlyMap<BodyCode, BodyCode>> {
    return this.sessions.listParents(tx);
  }

  async representativesOf(tx: ReadTx, sessionId: string): Promise<Representatives> {
    const sitting = await this.sessions.representativesOf(tx, sessionId);
    return new Map([...sitting].map(([party, { name, office }]) => [party, `${name}, ${office}`]));
  }

  /** Takes the session along: its own table decides. Null when it went along. */
  async bring(
    tx: Tx,
    actor: Actor,
    sessionId: string,
    action: 'draftMinutes' | 'agreeMinutes',
  ): Promise<Refused | null> {
    const answer = await this.transition.decideAndSave(tx, actor, { sessionId, action });
    return answer.ok ? null : answer;
  }
}

const OVER: ReadonlySet<Session['state']> = new Set(['CONCLUDED', 'MINUTES_DRAFT', 'MINUTES_AGREED'] as const);

function sessionOf({ id, conferenceId, bodies, state }: Session): MinutesSession {
  return { id, conferenceId, bodies, isOver: OVER.has(state) };
}
