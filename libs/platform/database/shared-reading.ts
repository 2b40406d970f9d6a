import type { ReadTx } from './transaction.js';

export interface OpenReading {
  readonly tx: ReadTx;
  /** Rejects when the transaction did not begin. */
  readonly begun: Promise<unknown>;
}

/** Opens a transaction, which lasts until the promise that it is given has been kept. */
type Begin = (until: (reading: OpenReading) => Promise<void>) => Promise<void>;

/** One transaction for readings that overlap. It ends when nobody has read in it for a turn of the event loop. */
export class SharedReading {
  private readers = 0;
  private finish: (() => void) | null = null;
  private readonly opened: Promise<OpenReading>;

  /** `leave` makes sure that nobody joins any more. */
  constructor(
    begin: Begin,
    private readonly leave: (reading: SharedReading) => void,
  ) {
    this.opened = new Promise((resolve, reject) => {
      begin((reading) => {
        resolve(reading);
        return new Promise((finish) => (this.finish = finish));
      }).catch(reject);
    });
  }

  async join<Result>(work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    this.readers += 1;
    try {
      const { tx, begun } = await this.opened;
      const result = await work(tx);
      await begun;
      return result;
    } catch (error) {
      // After a fault PostgreSQL answers nothing more in the same transaction.
      this.leave(this);
      throw error;
    } finally {
      this.readers -= 1;
      setImmediate(() => this.endWhenUnused());
    }
  }

  private endWhenUnused(): void {
    if (this.readers > 0) return;
    this.leave(this);
    this.finish?.();
  }
}
