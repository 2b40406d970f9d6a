import type { Clock } from '#platform/clock';
import { SYSTEM_ACTOR, type Database, type Tx } from '#platform/database';
import type { Delivery } from './delivery.js';

/** Where the relay carries messages to. */
export interface RelayTarget {
  /** Every event this process knows, with its jobs; none for an event that is only recorded. */
  readonly jobsByEvent: ReadonlyMap<string, readonly string[]>;
  enqueue(deliveries: readonly Delivery[]): Promise<void>;
}

export interface RelayOptions {
  readonly batchSize: number;
  /** A message relayed longer ago than this and still not done is relayed again: the queue may have lost it. */
  readonly resendAfterSeconds: number;
}

interface OpenMessage {
  readonly id: string;
  readonly event: string;
  /** State and run of what was begun, by the name of the job. */
  readonly begun: Readonly<Record<string, readonly [state: 'DONE' | 'FAILED' | 'AGAIN' | 'DISCARDED', run: number]>>;
}

/**
 * Carries committed messages from the outbox to the queue, at least once. Any number of relays may run: rows that one
 * holds are skipped by the others. Messages of events this process does not know are left to a newer one.
 */
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly target: RelayTarget,
    private readonly options: RelayOptions,
  ) {}

  /** Relays one batch; answers whether there may be more. */
  async relay(): Promise<boolean> {
    return this.database.write(SYSTEM_ACTOR, async (tx) => {
      const messages = await this.lockOpen(tx);
      if (messages.length === 0) return false;
      await this.target.enqueue(messages.flatMap((message) => this.openDeliveries(message)));
      await this.note(tx, messages);
      return messages.length === this.options.batchSize;
    });
  }

  private async lockOpen(tx: Tx): Promise<OpenMessage[]> {
    const lostSince = new Date(this.clock.now().getTime() - this.options.resendAfterSeconds * 1000);
    return tx.query<OpenMessage>(
      `SELECT id, event, (SELECT coalesce(jsonb_object_agg(job_name, jsonb_build_array(state, run)), '{}')
                          FROM job_deliveries WHERE outbox_id = outbox.id) AS begun
       FROM outbox WHERE done_at IS NULL AND (relayed_at IS NULL OR relayed_at < $1) AND event = ANY ($2)
       ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [lostSince, [...this.target.jobsByEvent.keys()], this.options.batchSize],
    );
  }

  private openDeliveries({ id, event, begun }: OpenMessage): Delivery[] {
    return this.jobsOf(event).flatMap((jobName) => {
      const [state, run] = begun[jobName] ?? ['AGAIN', 0];
      if (state !== 'AGAIN') return [];
      return [{ outboxId: id, jobName, ...(run === 0 ? {} : { run }) }];
    });
  }

  private async note(tx: Tx, messages: readonly OpenMessage[]): Promise<void> {
    const ids = messages.map(({ id }) => id);
    const done = messages.filter((message) =>
      this.jobsOf(message.event).every((name) => ['DONE', 'DISCARDED'].includes(message.begun[name]?.[0] ?? '')),
    );
    await tx.execute(
      'UPDATE outbox SET relayed_at = $2, done_at = CASE WHEN id = ANY ($3) THEN $2::timestamptz END WHERE id = ANY ($1)',
      [ids, this.clock.now(), done.map(({ id }) => id)],
    );
  }

  private jobsOf(event: string): readonly string[] {
    return this.target.jobsByEvent.get(event) ?? [];
  }
}
