import { createTransport } from 'nodemailer';
import { Pool, type PoolClient } from 'pg';
import { v7 } from 'uuid';
import { openJobQueues } from '#platform/jobs';
import type { Backend, JobStage } from './job-stage.js';

/** How many jobs a worker of the product runs at a time. */
const AT_ONCE = 8;
const PER_BATCH = 200;

/** The queue alone: as many jobs as the product has for it, put in as its relay does, doing as good as nothing. */
export class BareQueue {
  private readonly queues;
  private readonly queue;
  private readonly worker;
  private done = 0;
  private awaited: { readonly count: number; readonly resolve: () => void } | null = null;

  private work: () => Promise<unknown> = async () => undefined;

  constructor({ bare }: Backend) {
    this.queues = openJobQueues(bare);
    this.queue = this.queues.queue('event-jobs');
    this.worker = this.queues.worker('event-jobs', () => this.run(), {
      concurrency: AT_ONCE,
      lockMilliseconds: 15_000,
    });
  }

  async process(count: number, work: () => Promise<unknown> = async () => undefined): Promise<void> {
    this.done = 0;
    this.work = work;
    const processed = new Promise<void>((resolve) => (this.awaited = { count, resolve }));
    for (let sent = 0; sent < count; sent += PER_BATCH) {
      const size = Math.min(PER_BATCH, count - sent);
      await this.queue.addBulk(
        Array.from({ length: size }, () => {
          const outboxId = v7();
          return { name: 'bare', data: { outboxId }, opts: { jobId: `${outboxId}-bare`, removeOnComplete: true } };
        }),
      );
    }
    await processed;
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.queue.close();
    await this.queues.close();
  }

  private async run(): Promise<void> {
    await this.work();
    this.done += 1;
    if (this.done === this.awaited?.count) this.awaited.resolve();
  }
}

/** The same mail, by nodemailer from within the bare queue. */
export function bareMail(smtpUrl: string): () => Promise<unknown> {
  const transport = createTransport({ url: smtpUrl });
  const mail = { from: 'bench@bench.example', to: 'anna@bench.example', subject: 'Vorsitz bestätigt' };
  const text = 'Eine Amtszeit im Vorsitz wurde bestätigt.\n\n'.repeat(8);
  return () => transport.sendMail({ ...mail, text, html: `<p>${text}</p>` });
}

const AS_SYSTEM = `SELECT set_config('app.audience', '{0}', true)`;

const addNotifications = `
  INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at, channel)
  SELECT gen_random_uuid(), $1, id, 'chair-term-proposed', 'chairTerm', $1, 'es Sie betrifft', now(), 'IN_APP'
  FROM people ORDER BY people.id LIMIT $2`;

const passDeadline = `
  WITH passed AS (UPDATE deadlines SET state = 'PASSED', revision = revision + 1 WHERE id = $1 AND state = 'OPEN' RETURNING *),
  entry AS (
    INSERT INTO history (id, record_kind, record_id, event, data, actor_name, capacity, occurred_at, audience)
    SELECT $2, 'deadline', id, 'deadline.passed', jsonb_build_object('kind', kind), 'System', 'SYSTEM', now(), audience FROM passed)
  INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at)
  SELECT $2, 'deadline', id, 'deadline.passed', jsonb_build_object('kind', kind), now() FROM passed`;

/** The database alone: `pg`, the same tables under the same rules, and nothing between. */
export class BareSql {
  private readonly pool: Pool;

  constructor({ urls }: JobStage) {
    this.pool = new Pool({ connectionString: urls.appUrl, max: AT_ONCE });
  }

  /** One statement in one transaction. */
  async tellMany(recipients: number): Promise<void> {
    await this.inTransaction((client) => client.query(addNotifications, [v7(), recipients]));
  }

  /** One transaction for each event, eight at a time. */
  async tellEach(events: number): Promise<void> {
    let next = 0;
    const caller = async (): Promise<void> => {
      for (; next < events;) {
        next += 1;
        await this.tellMany(1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, caller));
  }

  /** What is due in its order, each in a transaction of its own. */
  async passDue(): Promise<void> {
    const { rows } = await this.inTransaction((client) =>
      client.query<{ id: string }>(
        `SELECT id FROM deadlines WHERE state = 'OPEN' AND due_at <= now() ORDER BY due_at, id`,
      ),
    );
    for (const { id } of rows) await this.inTransaction((client) => client.query(passDeadline, [id, v7()]));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query(`BEGIN; ${AS_SYSTEM}`);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } finally {
      client.release();
    }
  }
}
