import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { SharedReading } from './shared-reading.js';
import { actorStatement, ReadTx, Tx, type DatabaseActor, type StatementRunner } from './transaction.js';

export interface DatabaseOptions {
  /** Connection string of the processes' own role, which owns no table and cannot bypass row-level security. */
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize?: number;
}

type Connection = StatementRunner & { query(text: string): Promise<unknown> };

const READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * The only way to the tables. No read without an actor, no write without a transaction: both open a transaction, set
 * the actor in it in the same round trip, and let PostgreSQL decide what can be seen. Nobody waits for an answer that
 * says nothing: statements follow the beginning on the same connection before it is answered (pipelining).
 */
export class Database {
  private readonly readings = new WeakMap<DatabaseActor, SharedReading>();

  private constructor(private readonly source: DataSource) {}

  static async open({ url, entities, poolSize = 10 }: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: [...entities] as (new () => ObjectLiteral)[],
      synchronize: false,
      logging: false,
      poolSize,
      applicationName: 'konferenzmappe',
      extra: { pipeline: true },
    });
    return new Database(await source.initialize());
  }

  /**
   * Readings of one person that overlap, as those of one request do, share a transaction: one connection, and one state
   * of the data on the whole screen. An actor is made anew for every request; the system, which lasts, shares nothing.
   */
  async read<Result>(actor: DatabaseActor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    if (actor.personId === null) {
      return this.transaction(READING, actor, (runner, statements) =>
        work(new ReadTx(actor, runner.manager, statements)),
      );
    }
    return (this.readings.get(actor) ?? this.beginReading(actor)).join(work);
  }

  /** Commits when `work` returns, rolls back when it throws or answers a refusal (`{ ok: false }`). */
  async write<Result>(actor: DatabaseActor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const result = await this.transaction('BEGIN', actor, (runner, statements) =>
      work(new Tx(actor, runner.manager, statements)),
    );
    // What is read from here on is to know of it.
    this.readings.delete(actor);
    return result;
  }

  /** How many migrations the database has seen; null when it does not answer. */
  async countMigrations(): Promise<number | null> {
    return this.source.query('SELECT count(*)::int AS count FROM migrations').then(
      ([row]: { count: number }[]) => row?.count ?? 0,
      () => null,
    );
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private beginReading(actor: DatabaseActor): SharedReading {
    const leave = (reading: SharedReading): void => {
      if (this.readings.get(actor) === reading) this.readings.delete(actor);
    };
    const reading = new SharedReading(
      (until) =>
        this.transaction(READING, actor, (runner, statements, begun) =>
          until({ tx: new ReadTx(actor, runner.manager, statements), begun }),
        ),
      leave,
    );
    this.readings.set(actor, reading);
    return reading;
  }

  private async transaction<Result>(
    begin: string,
    actor: DatabaseActor,
    work: (runner: QueryRunner, statements: StatementRunner, begun: Promise<unknown>) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Connection;
      // Without the actor that it sets, whatever follows sees no row: a beginning that fails lets nothing through.
      const begun = connection.query(`${begin}; ${actorStatement(actor)}`);
      begun.catch(() => undefined);
      // TypeORM refuses row locks outside the transactions it began itself.
      const marker: { isTransactionActive: boolean } = runner;
      marker.isTransactionActive = true;
      try {
        const result = await work(runner, connection, begun);
        await begun;
        await end(connection, begin === READING, isRefusal(result));
        return result;
      } catch (error) {
        await connection.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        marker.isTransactionActive = false;
      }
    } finally {
      await runner.release();
    }
  }
}

/** Ends a transaction. Where nothing was written, what comes next on the connection waits, and not the reader. */
async function end(connection: Connection, isReading: boolean, isRefused: boolean): Promise<void> {
  const ended = connection.query(isRefused ? 'ROLLBACK' : 'COMMIT');
  if (!isReading) await ended;
  else ended.catch(() => undefined);
}

/** A handler that answers "no" has changed nothing, whatever it wrote on the way. */
function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}
