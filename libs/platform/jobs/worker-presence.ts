import { hostname } from 'node:os';
import type { Clock } from '#platform/clock';
import { newId, SYSTEM_ACTOR, type Database } from '#platform/database';

/** After so long without a sign, a worker is shown no longer. */
const FORGOTTEN_HOURS = 24;
const HOUR = 60 * 60 * 1000;

/** One worker's signs of life, for the technical administration: queues do not tell on every backend who works. */
export class WorkerPresence {
  private readonly id = newId();
  private readonly startedAt: Date;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  async show(isStopping = false): Promise<void> {
    const now = this.clock.now();
    await this.database.write(SYSTEM_ACTOR, async (tx) => {
      await tx.execute(
        `INSERT INTO worker_presence (id, host, started_at, seen_at, is_stopping) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT worker_presence_pkey
         DO UPDATE SET seen_at = excluded.seen_at, is_stopping = excluded.is_stopping`,
        [this.id, hostname(), this.startedAt, now, isStopping],
      );
      const forgotten = new Date(now.getTime() - FORGOTTEN_HOURS * HOUR);
      await tx.execute('DELETE FROM worker_presence WHERE seen_at < $1', [forgotten]);
    });
  }

  async leave(): Promise<void> {
    await this.database.write(SYSTEM_ACTOR, (tx) => tx.execute('DELETE FROM worker_presence WHERE id = $1', [this.id]));
  }
}
