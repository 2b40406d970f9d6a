import { Client } from 'pg';
import { Database, SYSTEM_ACTOR, type DatabaseOptions, type Tx } from '#platform/database';
import { createTestDatabase, type TestDatabase } from './test-database.js';

type Act<Answer> = (tx: Tx) => Promise<Answer>;
/** Called where a transaction has done its work and is not yet committed. */
type Pause = () => Promise<void>;

/** A database whose keys can be taken away one by one, to see what each of them prevents. */
export class LooseKeys {
  private readonly definitions = new Map<string, string>();

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: Database,
    /** Past all rules. */
    readonly owner: Client,
  ) {}

  static async open(entities: DatabaseOptions['entities']): Promise<LooseKeys> {
    const testDatabase = await createTestDatabase();
    const database = await Database.open({ url: testDatabase.appUrl, entities });
    const owner = new Client({ connectionString: testDatabase.superuserUrl });
    await owner.connect();
    return new LooseKeys(testDatabase, database, owner);
  }

  get url(): string {
    return this.testDatabase.appUrl;
  }

  /** From now on a key of the same name that nothing ever violates: as if nobody had thought of it. */
  async loosen(table: string, key: string): Promise<void> {
    const { rows } = await this.owner.query<{ definition: string }>(
      'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2',
      [table, key],
    );
    this.definitions.set(key, rows[0]?.definition ?? '');
    await this.owner.query(`
      ALTER TABLE ${table} DROP CONSTRAINT ${key}, ADD different uuid NOT NULL DEFAULT gen_random_uuid();
      ALTER TABLE ${table} ADD CONSTRAINT ${key} UNIQUE (different)`);
  }

  /** The key as it was; what it forbids is gone with all other rows. */
  async restore(table: string, key: string): Promise<void> {
    await this.owner.query(`
      DELETE FROM ${table};
      ALTER TABLE ${table} DROP COLUMN different;
      ALTER TABLE ${table} ADD CONSTRAINT ${key} ${this.definitions.get(key)}`);
  }

  act<Answer>(work: Act<Answer>): Promise<Answer> {
    return this.database.write(SYSTEM_ACTOR, work);
  }

  /** Two transactions do the same while both are open, as far as the keys let them. Answers what each was told. */
  together<Answer>(work: Act<Answer>): Promise<readonly Answer[]> {
    return this.overlapping((pause) =>
      this.act(async (tx) => {
        const answer = await work(tx);
        await pause();
        return answer;
      }),
    );
  }

  /** The same for whoever opens the transaction itself. */
  async overlapping<Answer>(run: (pause: Pause) => Promise<Answer>): Promise<readonly Answer[]> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first = run(() => {
      begin();
      return held;
    });
    await Promise.race([begun, first]);
    let isOver = false;
    const second = run(async () => undefined).finally(() => (isOver = true));
    // Either the second waits for the first, or nothing holds it up.
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while (!isOver && (await this.owner.query(waiting)).rowCount === 0);
    release();
    return Promise.all([first, second]);
  }

  async countOf(table: string, column: string, value: unknown): Promise<number> {
    const counting = `SELECT count(*)::int FROM ${table} WHERE ${column} = $1`;
    const { rows } = await this.owner.query<{ count: number }>(counting, [value]);
    return rows[0]?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.database.close();
    await this.testDatabase.drop();
  }
}
