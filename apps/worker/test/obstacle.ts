import { Client } from 'pg';
import { until, type WorkerGround } from './worker-harness.js';

/** Stands in the way of a worker at one statement, so that it can be killed at that very step. */
export class Obstacle {
  private constructor(private readonly client: Client) {}

  /** Holds what the statement locks until it is cleared away. */
  static async put(ground: WorkerGround, lock: string, values: unknown[] = []): Promise<Obstacle> {
    const client = new Client({ connectionString: ground.testDatabase.superuserUrl });
    // Specs that cut all connections cut this one too.
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query(lock, values);
    return new Obstacle(client);
  }

  async clearAway(): Promise<void> {
    await this.client.query('ROLLBACK').catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }
}

/** Until somebody stands before an obstacle with a statement that begins like this; `%` stands for anything. */
export async function untilHalted(ground: WorkerGround, statement: string): Promise<void> {
  await until(async () => {
    const waiting = await ground.arrange(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
      [`${statement}%`],
    );
    return waiting.length > 0;
  });
}
