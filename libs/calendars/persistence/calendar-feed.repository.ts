import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { digestOf } from '#platform/auth';
import { appendHistory, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import type { AcceptedFeed } from '../domain/calendar-feed-lifecycle.js';
import type { CalendarFeed } from '../domain/calendar-feed.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

const feedColumns = `id, person_id AS "personId", name, content, state, created_at AS "createdAt",
  issued_at AS "issuedAt", fetched_at AS "fetchedAt", revision`;

/** Its history is the person's own, as the feed is (policy `own_calendar_feeds`). */
const NOBODY_ELSE = [SYSTEM_AUDIENCE];

@Injectable()
export class CalendarFeeds {
  /** The active ones of whoever reads, the oldest first. */
  async listOwn(tx: ReadTx, personId: string | null): Promise<CalendarFeed[]> {
    return tx.prepared(
      'calendar-feeds-of-person',
      `SELECT ${feedColumns} FROM calendar_feeds WHERE person_id = $1 AND state = 'ACTIVE' ORDER BY id`,
      [personId],
    );
  }

  /** Until the end of the transaction nobody else changes what the person has subscribed to. */
  async lockOwn(tx: Tx, personId: string | null): Promise<CalendarFeed[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('calendar feeds ' || $1, 0))`, [personId]);
    return tx.query(`SELECT ${feedColumns} FROM calendar_feeds WHERE person_id = $1 ORDER BY id FOR UPDATE`, [
      personId,
    ]);
  }

  /** By the token of its address; null for one that was never given out as for one that was taken back. */
  async findByToken(tx: ReadTx, token: string): Promise<CalendarFeed | null> {
    const [found] = await tx.prepared<CalendarFeed>(
      'calendar-feed-by-token',
      `SELECT ${feedColumns} FROM calendar_feeds WHERE token_hash = $1`,
      [digestOf(token)],
    );
    return found ?? null;
  }

  /** `token` null: the address stays as it is. */
  async save(
    tx: Tx,
    actor: Actor,
    { feed, emits, capacity }: AcceptedFeed,
    token: string | null,
    now: Date,
  ): Promise<void> {
    const { id, personId, createdAt, state, ...changed } = feed;
    if (state === 'NEW') throw new Error('A feed that was not created cannot be saved');
    const rows = tx.repository(CalendarFeedEntity);
    const isGone = state === 'REVOKED';
    const address = isGone ? { tokenHash: null } : token === null ? {} : { tokenHash: digestOf(token) };
    if (feed.revision === 1) await rows.insert({ ...changed, ...address, id, personId, createdAt, state });
    else await rows.update({ id }, { ...changed, ...address, state });
    const { content } = changed;
    const record = { recordKind: 'calendarFeed', recordId: id, reason: null, occurredAt: now, data: { content } };
    await appendHistory(tx, NOBODY_ELSE, [{ type: emits, actorName: actor.name, capacity, ...record }]);
  }

  /** Noted once a minute at most: a busy program writes nothing. */
  async noteFetched(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE calendar_feeds SET fetched_at = $2
       WHERE id = $1 AND (fetched_at IS NULL OR fetched_at <= $2::timestamptz - interval '1 minute')`,
      [id, now],
    );
  }
}
