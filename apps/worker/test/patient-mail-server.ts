import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that can have a mail and not say so. */
export class PatientMailServer {
  /** Identities of the mails it has, in the order of their arrival. */
  readonly taken: string[] = [];
  private release: () => void = () => undefined;
  private patience: Promise<void> = Promise.resolve();

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<PatientMailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, answer) =>
        void simpleParser(stream)
          .then(({ messageId = '' }) => void mails.taken.push(messageId))
          .then(() => mails.patience)
          .then(() => answer(), answer),
    });
    const mails = new PatientMailServer(server);
    // Senders are killed in the middle of a mail.
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** From now on leaves senders without a receipt. */
  hold(): void {
    this.patience = new Promise((resolve) => (this.release = resolve));
  }

  /** Gives the receipts. */
  letGo(): void {
    this.release();
    this.patience = Promise.resolve();
  }

  async stop(): Promise<void> {
    this.letGo();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
