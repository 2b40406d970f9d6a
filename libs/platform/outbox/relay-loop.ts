import type { Logger } from '#platform/logging';
import type { OutboxRelay } from './outbox-relay.js';

/** Keeps one relay going: at once when woken, and every few seconds for what no wake-up told of. */
export class RelayLoop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isWoken = false;
  private isStopped = false;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly logger: Logger,
    private readonly pollSeconds: number,
  ) {}

  wake(): void {
    this.isWoken = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isWoken && !this.isStopped) {
      this.isWoken = false;
      await this.drain();
    }
    if (this.isStopped) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), this.pollSeconds * 1000);
  }

  private async drain(): Promise<void> {
    try {
      while (!this.isStopped && (await this.relay.relay()));
    } catch (error) {
      // Database or queue are away: nothing is lost, the next round tries again.
      this.logger.warn({ err: error }, 'outbox not relayed');
    }
  }
}
