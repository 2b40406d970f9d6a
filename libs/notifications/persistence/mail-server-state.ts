import { Injectable } from '@nestjs/common';
import type { MailServerFault } from '#glossary';
import { Database, SYSTEM_ACTOR } from '#platform/database';

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 300;

/** Since when the mail server takes nothing, and when it is asked again. */
export interface Outage {
  readonly since: Date;
  readonly nextProbeAt: Date;
}

/** What all workers together know of the mail server: one row, so that one of them asks and the others wait. */
@Injectable()
export class MailServerState {
  constructor(private readonly database: Database) {}

  async outage(): Promise<Outage | null> {
    const [outage] = await this.database.read(SYSTEM_ACTOR, (tx) =>
      tx.query<Outage>(`SELECT since, next_probe_at AS "nextProbeAt" FROM mail_server WHERE state = 'AWAY'`),
    );
    return outage ?? null;
  }

  /** Takes the turn to ask the server that is away. False when it is not time yet, or another worker was faster. */
  async claimProbe(now: Date): Promise<boolean> {
    const claimed = await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.execute(
        `UPDATE mail_server SET probes = probes + 1,
           next_probe_at = $1::timestamptz + make_interval(secs => least($2 * 2.0 ^ least(probes + 1, 10), $3))
         WHERE state = 'AWAY' AND next_probe_at <= $1`,
        [now, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS],
      ),
    );
    return claimed > 0;
  }

  /** Whether that is news. An outage that goes on keeps its beginning and its next turn. */
  async noteAway(fault: MailServerFault, now: Date): Promise<boolean> {
    return this.note(
      `INSERT INTO mail_server AS known (state, since, fault, checked_at, next_probe_at)
       VALUES ('AWAY', $1, $2, $1, $1::timestamptz + make_interval(secs => $3))
       ON CONFLICT ON CONSTRAINT mail_server_once DO UPDATE SET state = 'AWAY', fault = excluded.fault, checked_at = $1,
         since = CASE known.state WHEN 'AWAY' THEN known.since ELSE $1 END,
         probes = CASE known.state WHEN 'AWAY' THEN known.probes ELSE 0 END,
         next_probe_at = CASE known.state WHEN 'AWAY' THEN known.next_probe_at ELSE excluded.next_probe_at END`,
      [now, fault, FIRST_WAIT_SECONDS],
      now,
    );
  }

  async noteWorking(now: Date): Promise<boolean> {
    return this.note(
      `INSERT INTO mail_server AS known (state, since, checked_at, next_probe_at) VALUES ('WORKING', $1, $1, $1)
       ON CONFLICT ON CONSTRAINT mail_server_once DO UPDATE SET state = 'WORKING', fault = NULL, checked_at = $1,
         since = CASE known.state WHEN 'WORKING' THEN known.since ELSE $1 END, probes = 0`,
      [now],
      now,
    );
  }

  private async note(statement: string, values: readonly unknown[], now: Date): Promise<boolean> {
    const [noted] = await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.query<{ since: Date }>(`${statement} RETURNING since`, [...values]),
    );
    return noted?.since.getTime() === now.getTime();
  }
}
