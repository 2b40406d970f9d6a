import { Pool } from 'pg';

/**
 * The connections of the public side. Their role can read the schema `publication` and nothing else; there is no actor,
 * because everything that stands there is for everybody.
 */
export class PublicDatabase {
  private constructor(private readonly pool: Pool) {}

  /** Connects when somebody asks; a database that is away for a while does not end the process. */
  static open(url: string, poolSize = 5): PublicDatabase {
    const pool = new Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'konferenzmappe-public',
      options: '-c default_transaction_read_only=on -c statement_timeout=5000 -c search_path=publication',
    });
    // Told to whoever asks next.
    pool.on('error', () => undefined);
    return new PublicDatabase(pool);
  }

  /** One statement, planned once per connection; one name, one text. */
  async query<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: [...values] })).rows as Row[];
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
