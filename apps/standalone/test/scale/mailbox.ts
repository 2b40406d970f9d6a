import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A real SMTP server. It can leave its sender waiting for the receipt, so that the sender is killed in the middle. */
export class MailDoor {
  /** Ids of the notifications whose mails it took, in the order of their arrival; twice means twice. */
  readonly taken: string[] = [];
  /** Mails whose senders wait for the receipt. */
  held = 0;
  private isHolding = false;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailDoor> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, answer) => void door.take(stream).then(() => answer(), answer),
    });
    const door = new MailDoor(server);
    // Senders are killed in the middle of a mail.
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => void door.sockets.add(socket));
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return door;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** From now on takes no mail and sends nobody away. */
  hold(): void {
    this.isHolding = true;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: SMTPServerDataStream): Promise<void> {
    const mail = await text(stream);
    if (this.isHolding) {
      this.held += 1;
      await new Promise(() => undefined);
    }
    this.taken.push(/^Message-ID: <([0-9a-f-]{36})@/im.exec(mail)?.[1] ?? mail);
  }
}
