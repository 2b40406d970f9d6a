import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { BodyCode, PartyCode } from '#glossary';
import { ALL_AUDIENCE, audienceOfBody, audienceOfGuests, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import { audienceOfSession } from '../domain/session-audience.js';
import type { AcceptedSession } from '../domain/session-decision.js';
import { sessionLifecycle } from '../domain/session-lifecycle.js';
import type { Session } from '../domain/session.js';
import { representativesOn } from '../domain/participant.js';
import { representationsBySessionIds } from './participant.loader.js';
import { sessionColumns } from './conference-rows.js';
import { SessionEntity } from './session.entity.js';

const audienceCodes = { everybody: ALL_AUDIENCE, body: audienceOfBody, guests: audienceOfGuests };

@Injectable()
export class Sessions {
  /** Null when there is no such session, or the reader may not see it. */
  async findSession(tx: ReadTx, id: string): Promise<Session | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.prepared<Session>('find-session', `SELECT ${sessionColumns} FROM sessions WHERE id = $1`, [
      id,
    ]);
    return found ?? null;
  }

  /** Locks the row until commit. Null when there is no such session, or the actor may not see it. */
  async lockSession(tx: Tx, id: string): Promise<Session | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<Session>(`SELECT ${sessionColumns} FROM sessions WHERE id = $1 FOR UPDATE`, [id]);
    return found ?? null;
  }

  /** Of one conference, in the order of days; cancelled ones too. */
  async sessionsOf(tx: ReadTx, conferenceId: string): Promise<Session[]> {
    return tx.prepared(
      'sessions-of-conference',
      `SELECT ${sessionColumns} FROM sessions WHERE conference_id = $1 ORDER BY starts_on, body_code, id`,
      [conferenceId],
    );
  }

  /** The session of the main conference that was not cancelled; the first, should there be several. */
  async mainSessionOf(tx: ReadTx, conferenceId: string): Promise<Session | null> {
    const sessions = await this.sessionsOf(tx, conferenceId);
    return sessions.find(({ body, state }) => body === 'MAIN_CONFERENCE' && state !== 'CANCELLED') ?? null;
  }

  /**
   * The session of the main conference that is being held, locked until commit: it is not concluded meanwhile. Null when
   * none is.
   */
  async lockHeldMainSession(tx: Tx, conferenceId: string): Promise<Session | null> {
    const [found] = await tx.query<Session>(
      `SELECT ${sessionColumns} FROM sessions
       WHERE conference_id = $1 AND body_code = 'MAIN_CONFERENCE' AND state = 'IN_PROGRESS'
       ORDER BY starts_on, id LIMIT 1 FOR UPDATE`,
      [conferenceId],
    );
    return found ?? null;
  }

  /** One ballot more whose result is to be determined before the session is concluded, or one less. */
  async notePendingBallot(tx: Tx, sessionId: string, change: 1 | -1): Promise<void> {
    await tx.execute('UPDATE sessions SET pending_ballots = pending_ballots + $2 WHERE id = $1', [sessionId, change]);
  }

  /** Who sits for each party on the day, by default on the last day of the session. */
  async representativesOf(
    tx: ReadTx,
    sessionId: string,
    day?: string,
  ): Promise<ReadonlyMap<PartyCode, { readonly name: string; readonly office: string }>> {
    const all = (await representationsBySessionIds(tx, [sessionId])).get(sessionId) ?? [];
    return representativesOn(all, day ?? '9999-12-31');
  }

  /** The committee above each sub-body; its chair and secretary act for the sub-body too. */
  async listParents(tx: ReadTx): Promise<ReadonlyMap<BodyCode, BodyCode>> {
    const rows = await tx.prepared<{ body: BodyCode; parent: BodyCode }>(
      'parents-of-sub-bodies',
      `SELECT code AS body, parent_code AS parent FROM bodies
       WHERE kind IN ('SUB_COMMITTEE', 'WORKING_GROUP') AND parent_code IS NOT NULL`,
    );
    return new Map(rows.map(({ body, parent }) => [body, parent]));
  }

  audienceOf({ bodies }: Session): readonly number[] {
    return audienceOfSession(bodies, audienceCodes);
  }

  async insert(tx: Tx, actor: Actor, decision: AcceptedSession, now: Date): Promise<void> {
    const { session } = decision;
    const { body, bodies, ...row } = session;
    const audience = [...this.audienceOf(session)];
    await tx.repository(SessionEntity).insert({ ...row, bodyCode: body, audience });
    await tx.execute(
      `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
       SELECT $1, code, position, daterange($3::date, $4::date, '[]'), $5
       FROM unnest($2::text[]) WITH ORDINALITY AS bodies (code, position)`,
      [session.id, bodies, session.startsOn, session.endsOn, audience],
    );
    await appendHistory(tx, audience, [eventOf(actor, decision, now)]);
  }

  /** A cancelled session takes up no day any more. */
  async save(tx: Tx, actor: Actor, decision: AcceptedSession, now: Date): Promise<void> {
    const { session, invitation } = decision;
    const { id, startsOn, endsOn, place, mode, state, invitedAt, revision } = session;
    const audience = [...this.audienceOf(session)];
    await tx.repository(SessionEntity).update({ id }, { startsOn, endsOn, place, mode, state, invitedAt, revision });
    await tx.execute(
      `UPDATE session_bodies SET days = CASE WHEN $4 THEN 'empty' ELSE daterange($2::date, $3::date, '[]') END
       WHERE session_id = $1`,
      [id, startsOn, endsOn, state === 'CANCELLED'],
    );
    if (invitation !== null) {
      await tx.execute(
        `INSERT INTO session_invitations
           (session_id, number, starts_on, ends_on, place, mode, note, invited_by, invited_at, audience)
         SELECT $1, 1 + count(*), $2, $3, $4, $5, $6, $7, $8, $9 FROM session_invitations WHERE session_id = $1`,
        [id, startsOn, endsOn, place, mode, invitation.note, actor.name, invitation.invitedAt, audience],
      );
    }
    if (decision.representative !== null) await this.nameRepresentative(tx, actor, decision, now);
    await appendHistory(tx, audience, [eventOf(actor, decision, now)]);
  }

  private async nameRepresentative(
    tx: Tx,
    actor: Actor,
    { session, representative }: AcceptedSession,
    now: Date,
  ): Promise<void> {
    if (representative === null) return;
    const { party, day, name, office } = representative;
    await tx.execute(
      `INSERT INTO session_representations
         (session_id, party_code, number, day, name, office, named_by, named_at, audience)
       SELECT $1, $2, 1 + count(*), $3, $4, $5, $6, $7, $8 FROM session_representations
       WHERE session_id = $1 AND party_code = $2`,
      [session.id, party, day, name.trim(), office.trim(), actor.name, now, [...this.audienceOf(session)]],
    );
  }
}

function eventOf(actor: Actor, decision: AcceptedSession, now: Date): RecordEvent {
  return {
    type: decision.emits,
    recordKind: sessionLifecycle.record.kind,
    recordId: decision.session.id,
    actorName: actor.name,
    capacity: decision.capacity,
    reason: decision.reason,
    occurredAt: now,
    data: decision.data,
  };
}
