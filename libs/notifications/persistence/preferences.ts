import { Injectable } from '@nestjs/common';
import type { NotificationChannel } from '#glossary';
import type { ReadTx, Tx } from '#platform/database';
import type { NotificationKind } from '../domain/notification.js';

export interface DigestTime {
  /** 0–23, Europe/Berlin. */
  readonly hour: number;
  /** 1 (Monday) to 5 (Friday). */
  readonly weekday: number;
}

const USUAL: DigestTime = { hour: 7, weekday: 1 };

/** What a person has chosen about being told. Only she herself can change it. */
@Injectable()
export class Preferences {
  async channelsOf(tx: ReadTx, personId: string | null): Promise<ReadonlyMap<string, NotificationChannel>> {
    const rows = await tx.query<{ kind: string; channel: NotificationChannel }>(
      'SELECT kind, channel FROM notification_preferences WHERE person_id = $1',
      [personId],
    );
    return new Map(rows.map(({ kind, channel }) => [kind, channel]));
  }

  async digestTimeOf(tx: ReadTx, personId: string | null): Promise<DigestTime> {
    const [row] = await tx.query<DigestTime>('SELECT hour, weekday FROM digest_times WHERE person_id = $1', [personId]);
    return row ?? USUAL;
  }

  async chooseChannel(
    tx: Tx,
    personId: string | null,
    kinds: readonly NotificationKind[],
    channel: NotificationChannel,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO notification_preferences (person_id, kind, channel) SELECT $1, kind, $3 FROM unnest($2::text[]) AS kind
       ON CONFLICT ON CONSTRAINT notification_preferences_pkey DO UPDATE SET channel = excluded.channel`,
      [personId, kinds, channel],
    );
  }

  async forgetChannel(tx: Tx, personId: string | null, kinds: readonly NotificationKind[]): Promise<void> {
    await tx.execute('DELETE FROM notification_preferences WHERE person_id = $1 AND kind = ANY ($2::text[])', [
      personId,
      kinds,
    ]);
  }

  async chooseDigestTime(tx: Tx, personId: string | null, { hour, weekday }: DigestTime): Promise<void> {
    await tx.execute(
      `INSERT INTO digest_times (person_id, hour, weekday) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT digest_times_pkey DO UPDATE SET hour = excluded.hour, weekday = excluded.weekday`,
      [personId, hour, weekday],
    );
  }
}
