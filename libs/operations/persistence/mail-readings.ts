import { Injectable } from '@nestjs/common';
import type { MailServerFault, MailServerState } from '#glossary';
import type { Actor } from '#organisation';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import type { Reading } from '#platform/metrics';

export interface KnownMailServer {
  readonly state: MailServerState;
  readonly since: Date;
  readonly fault: MailServerFault | null;
  readonly checkedAt: Date;
}

/** What the workers have noted of the mail server, and how many mails wait for it. */
@Injectable()
export class MailReadings {
  constructor(private readonly database: Database) {}

  /** Null while no worker has asked it. */
  async server(actor: Actor): Promise<KnownMailServer | null> {
    const [known] = await this.database.read(actor, (tx) =>
      tx.query<KnownMailServer>(`SELECT state, since, fault, checked_at AS "checkedAt" FROM mail_server`),
    );
    return known ?? null;
  }

  /** Read by the system: nobody else may see messages, and nothing of them but their number leaves here. */
  async waiting(): Promise<number> {
    const [row] = await this.database.read(SYSTEM_ACTOR, (tx) =>
      tx.query<{ waiting: number }>(`SELECT count(*)::int AS waiting FROM outbox
        WHERE done_at IS NULL AND event IN ('notification.created', 'digest.collected', 'failedMail.retried')
          AND NOT EXISTS (SELECT FROM job_deliveries WHERE outbox_id = outbox.id AND state = 'FAILED')`),
    );
    return row?.waiting ?? 0;
  }

  all(): readonly Reading[] {
    return [
      {
        name: 'mail_server_up',
        help: 'Whether the mail server takes mails, as last seen; nothing where none is configured or asked yet.',
        labelNames: [],
        read: async () => {
          const rows = await this.database.read(SYSTEM_ACTOR, (tx) =>
            tx.query<{ isUp: boolean }>(`SELECT state = 'WORKING' AS "isUp" FROM mail_server`),
          );
          return rows.map(({ isUp }) => ({ labels: {}, value: isUp ? 1 : 0 }));
        },
      },
      {
        name: 'mails_waiting',
        help: 'Mails that have not left and were not given up.',
        labelNames: [],
        read: async () => [{ labels: {}, value: await this.waiting() }],
      },
    ];
  }
}
