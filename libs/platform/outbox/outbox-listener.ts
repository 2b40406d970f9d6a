import { Client } from 'pg';

const RECONNECT_MILLISECONDS = 2000;

/** Hears at once that a transaction has left a message. It may miss one; the relay's own round finds that later. */
export class OutboxListener {
  private client: Client | null = null;
  private reconnect: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly wake: () => void,
  ) {}

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('notification', this.wake);
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    this.client = client;
    try {
      await client.connect();
      await client.query('LISTEN outbox');
      this.wake();
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
