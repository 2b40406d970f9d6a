import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

/** Every statement this process sends to any database, while one listens. */
export class SqlWatch {
  private statements: string[] | null = null;

  private constructor(private readonly original: Query) {}

  /** Looks over the shoulder of the driver; `end` puts everything back. */
  static begin(): SqlWatch {
    const prototype = Client.prototype as unknown as { query: Query };
    const watch = new SqlWatch(prototype.query);
    prototype.query = function (this: Client, ...given) {
      watch.note(given[0]);
      return watch.original.apply(this, given);
    };
    return watch;
  }

  end(): void {
    (Client.prototype as unknown as { query: Query }).query = this.original;
  }

  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    const statements: string[] = [];
    this.statements = statements;
    try {
      await work();
    } finally {
      this.statements = null;
    }
    return statements;
  }

  private note(statement: unknown): void {
    const text = typeof statement === 'string' ? statement : (statement as { readonly text?: string }).text;
    if (text !== undefined) this.statements?.push(text.replaceAll(/\s+/g, ' ').trim());
  }
}
