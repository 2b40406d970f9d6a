import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A real SMTP server. What it does with a mail stands in the recipient's name. */
export class MailServer {
  readonly received: { readonly to: string; readonly mail: ParsedMail }[] = [];
  private readonly misbehaved = new Set<string>();
  private readonly sockets = new Map<string, { destroy(): void }>();
  /** How many recipients it refused. */
  refusals = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => {
        if (!address.startsWith('abgelehnt')) return answer();
        mails.refusals += 1;
        answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      },
      onData: (stream, session, answer) => void mails.take(stream, session).then(() => answer(), answer),
    });
    const mails = new MailServer(server);
    server.on('error', () => undefined);
    server.server.on('connection', (socket) => mails.sockets.set(`${socket.remotePort}`, socket));
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Recipients in alphabetical order; twice means twice. */
  get recipients(): string[] {
    return this.received.map(({ to }) => to).sort();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    const mail = await simpleParser(stream);
    if (to.startsWith('abbruch') && this.isFirst(to)) return this.hangUp(session);
    if (to.startsWith('langsam')) await sleep(700);
    this.received.push({ to, mail });
    if (to.startsWith('quittungslos') && this.isFirst(to)) return this.hangUp(session);
  }

  private isFirst(to: string): boolean {
    const isFirst = !this.misbehaved.has(to);
    this.misbehaved.add(to);
    return isFirst;
  }

  private async hangUp(session: SMTPServerSession): Promise<void> {
    this.sockets.get(`${session.remotePort}`)?.destroy();
    await new Promise(() => undefined);
  }
}
