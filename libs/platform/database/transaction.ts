import type { EntityManager, ObjectLiteral, EntityTarget, Repository } from 'typeorm';

/** What the database must know of who asks: the person and the audiences the person belongs to. */
export interface DatabaseActor {
  readonly personId: string | null;
  /** Audience codes of parties, bodies and offices; see `audience` of every record. */
  readonly audience: readonly number[];
  /** The request in which the actor acts; written beside what it causes, so that log lines can be followed. */
  readonly requestId?: string | null;
}

/** Audience code of the system itself; part of every record's audience. */
export const SYSTEM_AUDIENCE = 0;

/** The system acting by itself: sees everything, acts only where a lifecycle row names it. */
export const SYSTEM_ACTOR: DatabaseActor = { personId: null, audience: [SYSTEM_AUDIENCE] };

/** The connection below a transaction; `query` of the driver itself, so that statements can be prepared by name. */
export interface StatementRunner {
  query(statement: {
    name?: string;
    text: string;
    values: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** An open transaction in which the actor is set: row-level security answers for this actor only. */
export class ReadTx {
  constructor(
    readonly actor: DatabaseActor,
    protected readonly manager: EntityManager,
    protected readonly runner: StatementRunner,
  ) {}

  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.runner.query({ text, values: [...values] })).rows as Row[];
  }

  /** The same as `query`, planned once per connection. For statements that run on hot paths; one name, one text. */
  async prepared<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.runner.query({ name, text, values: [...values] })).rows as Row[];
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }
}

/** A transaction that may write. Only `Database.write` makes one. */
export class Tx extends ReadTx {
  declare private readonly mayWrite: true;

  /** Runs a statement that changes rows and answers how many it changed. */
  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.runner.query({ text, values: [...values] })).rowCount ?? 0;
  }
}
