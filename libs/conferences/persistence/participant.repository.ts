import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { partyCodes } from '#glossary';
import type { Actor } from '#organisation';
import { appendHistory, type ReadTx, type Tx } from '#platform/database';
import type { AcceptedParticipant } from '../domain/participant-lifecycle.js';
import type { Participant } from '../domain/participant.js';
import type { Session } from '../domain/session.js';
import { ParticipantEntity } from './participant.entity.js';
import { Sessions } from './session.repository.js';

export interface ParticipantPlace {
  readonly position: number;
  readonly name: string;
  readonly id: string;
}

const columns = `id, session_id AS "sessionId", name, office, party_code AS party, body_code AS body, role, attendance,
  state, revision`;

@Injectable()
export class Participants {
  constructor(private readonly sessions: Sessions) {}

  /** Null when there is no such participant, or the reader may not see it. */
  async findParticipant(tx: ReadTx, id: string): Promise<Participant | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<Participant>(`SELECT ${columns} FROM session_participants WHERE id = $1`, [id]);
    return found ?? null;
  }

  /** Everybody who is announced. Call it under the lock of the session: one announces after the other. */
  async listAnnounced(tx: ReadTx, sessionId: string): Promise<Participant[]> {
    return tx.query(
      `SELECT ${columns} FROM session_participants WHERE session_id = $1 AND state = 'ANNOUNCED'
       ORDER BY position, name, id`,
      [sessionId],
    );
  }

  /** One more than asked for, to tell whether there are others. */
  async listPage(
    tx: ReadTx,
    sessionId: string,
    first: number,
    after: ParticipantPlace | null,
  ): Promise<(Participant & ParticipantPlace)[]> {
    return tx.prepared(
      'page-of-participants',
      `SELECT ${columns}, position FROM session_participants
       WHERE session_id = $1 AND state = 'ANNOUNCED'
         AND ($3::int IS NULL OR (position, name, id) > ($3::int, $4::text, $5::uuid))
       ORDER BY position, name, id LIMIT $2`,
      [sessionId, first + 1, after?.position ?? null, after?.name ?? null, after?.id ?? null],
    );
  }

  async save(
    tx: Tx,
    actor: Actor,
    { participant, capacity, emits }: AcceptedParticipant,
    session: Session,
    now: Date,
  ): Promise<void> {
    const { party, body, ...row } = participant;
    const audience = [...this.sessions.audienceOf(session)];
    const rows = tx.repository(ParticipantEntity);
    const { id, attendance, state, revision } = row;
    if (revision === 1) {
      await rows.insert({ ...row, partyCode: party, bodyCode: body, position: placeOf(participant), audience });
    } else {
      await rows.update({ id }, { attendance, state, revision });
    }
    const data = { sessionId: session.id, party, body, attendance, state };
    const record = { recordKind: 'participant', recordId: id, actorName: actor.name, reason: null };
    await appendHistory(tx, audience, [{ type: emits, ...record, capacity, occurredAt: now, data }]);
  }
}

function placeOf({ party, body }: Participant): number {
  if (party !== null) return partyCodes.indexOf(party);
  return body === null ? partyCodes.length + 1 : partyCodes.length;
}
