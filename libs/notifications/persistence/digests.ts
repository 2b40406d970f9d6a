import { Injectable } from '@nestjs/common';
import { PersonEntity } from '#organisation';
import { berlinDay, ZONE } from '#platform/clock';
import { newId, type ReadTx, type Tx } from '#platform/database';
import { DateTime } from 'luxon';
import type { DigestEntry, DigestInput, DigestPeriod } from '../domain/digest-mail.js';

/** Whose summary of which period is due, and up to when it reaches. */
export interface DueDigest {
  readonly personId: string;
  readonly period: DigestPeriod;
  readonly ofDay: string;
  readonly until: Date;
}

/** What the mail with a summary is made of, and whom it is for. */
export interface DigestToSend extends DigestInput {
  readonly personId: string;
}

/** Summaries: one row per person and day or week, so that each goes out once. */
@Injectable()
export class Digests {
  /**
   * What has been waiting since before the hour that its recipient has chosen, as it struck last: when nothing ran then,
   * the summary comes late and is not left out, be it past midnight or in another week. On workdays only.
   */
  async listDue(tx: ReadTx, now: Date): Promise<readonly DueDigest[]> {
    const today = DateTime.fromJSDate(now, { zone: ZONE });
    if (today.weekday > 5) return [];
    const monday = today.startOf('week');
    return tx.query<DueDigest>(
      `SELECT DISTINCT waiting.recipient_id AS "personId", waiting.channel AS period, due.of_day::text AS "ofDay", due.until
       FROM notifications AS waiting
         LEFT JOIN digest_times AS chosen ON chosen.person_id = waiting.recipient_id
         CROSS JOIN LATERAL (
           SELECT * FROM (
             SELECT of_day,
               (of_day + CASE waiting.channel WHEN 'WEEKLY' THEN coalesce(chosen.weekday, 1) - 1 ELSE 0 END
                 + make_interval(hours => coalesce(chosen.hour, 7))) AT TIME ZONE 'Europe/Berlin' AS until
             FROM unnest(CASE waiting.channel WHEN 'WEEKLY' THEN $2::date[] ELSE $1::date[] END) AS of_day) AS struck
           WHERE until <= $3 ORDER BY until DESC LIMIT 1
         ) AS due
       WHERE waiting.channel IN ('DAILY', 'WEEKLY') AND waiting.digest_id IS NULL AND waiting.read_at IS NULL
         AND waiting.created_at < due.until
         AND NOT EXISTS (SELECT FROM digests WHERE digests.person_id = waiting.recipient_id
           AND digests.period = waiting.channel AND digests.of_day = due.of_day)`,
      [
        [berlinDay(now), today.minus({ days: today.weekday === 1 ? 3 : 1 }).toISODate()],
        [monday.toISODate(), monday.minus({ weeks: 1 }).toISODate()],
        now,
      ],
    );
  }

  /** Puts what is waiting into one summary; null when another worker has done so, or all has been read meanwhile. */
  async collect(tx: Tx, { personId, period, ofDay, until }: DueDigest): Promise<string | null> {
    const id = newId();
    const created = await tx.execute(
      `INSERT INTO digests (id, person_id, period, of_day) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT digests_once DO NOTHING`,
      [id, personId, period, ofDay],
    );
    if (created === 0) return null;
    const collected = await tx.execute(
      `UPDATE notifications SET digest_id = $1
       WHERE recipient_id = $2 AND channel = $3 AND digest_id IS NULL AND read_at IS NULL AND created_at < $4`,
      [id, personId, period, until],
    );
    return collected === 0 ? null : id;
  }

  /**
   * Takes the summary until the end of the transaction, without what its recipient may not read by now or does not want
   * any more. Null when it has been sent, when nothing is left, or when its person is not known any more.
   */
  async claim(tx: Tx, digestId: string, now: Date): Promise<DigestToSend | null> {
    const [digest] = await tx.query<{ personId: string; period: DigestPeriod }>(
      `SELECT person_id AS "personId", period FROM digests WHERE id = $1 AND state <> 'SENT' FOR UPDATE`,
      [digestId],
    );
    if (digest === undefined) return null;
    const person = await tx.repository(PersonEntity).findOneBy({ id: digest.personId });
    if (person === null) return null;
    const entries = await tx.query<DigestEntry>(
      `SELECT kind, record_kind AS "recordKind", record_id AS "recordId" FROM notifications
       WHERE digest_id = $1
         AND coalesce(audience_of_record(record_kind, record_id)
           && audience_of_person(recipient_id, ($2::timestamptz AT TIME ZONE 'Europe/Berlin')::date), true)
         AND NOT EXISTS (SELECT FROM notification_preferences AS preference WHERE preference.person_id = recipient_id
           AND preference.kind = notifications.kind AND preference.channel IN ('IN_APP', 'NONE'))
       ORDER BY id`,
      [digestId, now],
    );
    if (entries.length === 0) return null;
    const { personId, period } = digest;
    return { digestId, personId, period, recipient: { name: person.name, address: person.mail }, entries };
  }

  async settle(tx: Tx, digestId: string, error: string | null, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE digests SET state = CASE WHEN $2::text IS NULL THEN 'SENT' ELSE 'FAILED' END, error = $2, finished_at = $3
       WHERE id = $1 AND state <> 'SENT'`,
      [digestId, error, now],
    );
  }
}
