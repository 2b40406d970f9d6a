import { Client } from 'pg';

const RECONNECT_MILLISECONDS = 2000;

/** Called with what was announced; with null whenever something may have been announced while nobody listened. */
export type Heard = (announcement: string | null) => void;

/**
 * Hears what committed transactions announce on a channel of PostgreSQL, on a connection of its own. It may miss
 * something while that is lost, and says so as soon as it listens again.
 */
export class ChannelListener {
  private client: Client | null = null;
  private reconnect: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly channel: 'outbox' | 'changes',
    private readonly heard: Heard,
  ) {}

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('notification', ({ payload }) => this.heard(payload ?? ''));
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.heard(null);
    } catch {
      this.reconnectLater(client);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.reconnect !== null) clearTimeout(this.reconnect);
    await this.client?.end().catch(() => undefined);
  }

  private reconnectLater(lost: Client): void {
    if (this.isStopped || this.client !== lost) return;
    this.client = null;
    lost.end().catch(() => undefined);
    this.reconnect = setTimeout(() => void this.start(), RECONNECT_MILLISECONDS);
  }
}
