import { setTimeout as pause } from 'node:timers/promises';
import { ChannelListener, type Database, type DatabaseActor, type ReadTx } from '#platform/database';
import type { Logger } from '#platform/logging';
import { AnnouncedChanges, type Announced } from './announced-changes.js';

/** Tells only what has changed: whoever wants to know more reads it again, under his own rights. */
export interface Change {
  readonly recordKind: string;
  readonly recordId: string;
}

/** Rows whose arrival is announced on the channel `changes`, under the source's name. */
export interface ChangeSource {
  readonly name: string;
  /** Of which records those of the rows tell that the reader may see: row-level security answers. */
  visible(tx: ReadTx, ids: readonly string[]): Promise<readonly Change[]>;
}

/** Every change of a record leaves a row in its history. */
export const historyChanges: ChangeSource = {
  name: 'history',
  visible: (tx, ids) =>
    tx.query<Change>(
      `SELECT DISTINCT record_kind AS "recordKind", record_id AS "recordId" FROM history WHERE id = ANY ($1::uuid[])`,
      [ids],
    ),
};

export interface ChangeFeedOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly sources: readonly ChangeSource[];
}

/** Changes of one act come together: they are told in one go. */
const GATHER_MILLISECONDS = 50;
const REST_MILLISECONDS = 2000;

/** Who reads, asked anew for every push: rights end while a page is open. Null: nobody any more. */
export type FindReader = () => Promise<DatabaseActor | null>;

/** Carries what other processes and this one have committed to everybody who follows, as far as they may see it. */
export class ChangeFeed {
  private readonly followers = new Set<AnnouncedChanges>();
  private readonly listener: ChannelListener;

  constructor(private readonly options: ChangeFeedOptions) {
    this.listener = new ChannelListener(options.databaseUrl, 'changes', (announcement) => this.announce(announcement));
  }

  start(): Promise<void> {
    return this.listener.start();
  }

  async stop(): Promise<void> {
    for (const follower of this.followers) follower.close();
    await this.listener.stop();
  }

  /** The changes that the reader may see, from now on; null means that some may have been missed. Ends with the reader. */
  follow(findReader: FindReader): AsyncIterableIterator<Change | null> {
    const announced = new AnnouncedChanges();
    this.followers.add(announced);
    const leave = (): void => {
      this.followers.delete(announced);
      announced.close();
    };
    const changes = this.tell(announced, findReader, leave);
    return {
      next: () => changes.next(),
      // A generator that waits cannot be ended from outside before it goes on.
      return: async () => {
        leave();
        return changes.return(undefined);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async *tell(
    announced: AnnouncedChanges,
    findReader: FindReader,
    leave: () => void,
  ): AsyncGenerator<Change | null, undefined> {
    try {
      while (await announced.arrive()) {
        await pause(GATHER_MILLISECONDS);
        const seen = await this.seen(announced.take(), findReader);
        if (seen === 'NOBODY') return;
        yield* seen;
      }
    } finally {
      leave();
    }
  }

  private async seen(announced: Announced, findReader: FindReader): Promise<readonly (Change | null)[] | 'NOBODY'> {
    try {
      const reader = await findReader();
      if (reader === null) return 'NOBODY';
      return announced === null ? [null] : await this.visibleTo(reader, announced);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'a change could not be told');
      await pause(REST_MILLISECONDS);
      return [null];
    }
  }

  private async visibleTo(reader: DatabaseActor, announced: NonNullable<Announced>): Promise<readonly Change[]> {
    const sources = this.options.sources.filter(({ name }) => announced.has(name));
    const found = await Promise.all(
      sources.map(({ name, visible }) =>
        this.options.database.read(reader, (tx) => visible(tx, announced.get(name) ?? [])),
      ),
    );
    const changes = new Map(found.flat().map((change) => [`${change.recordKind} ${change.recordId}`, change]));
    return [...changes.values()];
  }

  private announce(announcement: string | null): void {
    const [source = '', ...ids] = announcement?.split(' ') ?? [];
    for (const follower of this.followers) {
      if (announcement === null) follower.miss();
      else follower.add(source, ids);
    }
  }
}
