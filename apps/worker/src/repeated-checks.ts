import type { Logger } from '#platform/logging';
import { inTime } from './in-time.js';

const PATIENCE_SECONDS = 2;

/** What a worker looks after again and again beside its jobs. What goes wrong with it holds up nothing. */
export class RepeatedChecks {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly logger: Logger) {}

  /** At once, and then every so many seconds; not again while it is still at it. */
  repeat(seconds: number, check: () => Promise<void>): void {
    let isBusy = false;
    const turn = (): void => {
      if (isBusy) return;
      isBusy = true;
      void this.once(check).finally(() => {
        isBusy = false;
      });
    };
    turn();
    this.timers.push(setInterval(turn, seconds * 1000));
  }

  async once(check: () => Promise<void>): Promise<void> {
    const run = check().catch((error: unknown) => this.logger.warn({ err: error }, 'worker not checked'));
    this.underWay.add(run);
    await run;
    this.underWay.delete(run);
  }

  /** Waits for what is under way, but not for a queue or a database that is away. */
  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await inTime(Promise.all(this.underWay), PATIENCE_SECONDS);
  }
}
