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

  /**
   * Lets the system act in the midst of a person's act: for what has to happen at once and must carry nobody's name.
   * What it throws must end the transaction.
   */
  async asSystem<Result>(work: (system: Tx) => Promise<Result>): Promise<Result> {
    await this.runner.query({ text: actorStatement(SYSTEM_ACTOR), values: [] });
    const result = await work(new Tx(SYSTEM_ACTOR, this.manager, this.runner));
    await this.runner.query({ text: actorStatement(this.actor), values: [] });
    return result;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Sets who asks, until the transaction ends. */
export function actorStatement({ personId, audience, requestId = null }: DatabaseActor): string {
  for (const id of [personId, requestId]) if (id !== null && !UUID.test(id)) throw new Error('An id is not a UUID');
  if (!audience.every(Number.isSafeInteger)) throw new Error('Audience codes are whole numbers');
  const settings = { audience: `{${audience.join(',')}}`, person_id: personId ?? '', request_id: requestId ?? '' };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('app.${name}', '${value}', true)`);
  return `SELECT ${calls.join(', ')}`;
}
