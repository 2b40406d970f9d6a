import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import { NotYet } from '#platform/jobs';

const MINUTE = 60_000;

/** How many mails leave in a minute, counted in the database: over all processes together, whichever queue is in use. */
@Injectable()
export class MailPace {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes one of this minute's places. Throws `NotYet` when there is none left: who comes later waits longer. */
  async take(): Promise<void> {
    const { mailRatePerMinute } = this.config;
    if (mailRatePerMinute === null) return;
    const now = this.clock.now().getTime();
    const begun = now - (now % MINUTE);
    const place = await this.placeIn(new Date(begun));
    const beyond = place - mailRatePerMinute;
    if (beyond > 0) throw new NotYet(begun + Math.ceil(beyond / mailRatePerMinute) * MINUTE - now);
  }

  private async placeIn(minute: Date): Promise<number> {
    return this.database.write(SYSTEM_ACTOR, async (tx) => {
      const [{ asked } = { asked: 1 }] = await tx.query<{ asked: number }>(
        `INSERT INTO mail_minutes AS this (minute, asked) VALUES ($1, 1)
         ON CONFLICT ON CONSTRAINT mail_minutes_once DO UPDATE SET asked = this.asked + 1 RETURNING asked`,
        [minute],
      );
      if (asked === 1)
        await tx.execute(`DELETE FROM mail_minutes WHERE minute < $1::timestamptz - interval '1 day'`, [minute]);
      return asked;
    });
  }
}
