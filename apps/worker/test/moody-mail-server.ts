import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** Moods come at fixed intervals, so that every run has the same number of each. */
const REFUSES_RECIPIENT_EVERY = 7;
const REFUSES_MAIL_EVERY = 11;
const THINKS_MILLISECONDS = 15;

interface TakenMail {
  readonly to: string;
  readonly messageId: string;
}

/** A real SMTP server that takes its time, and says "later" now and then: to a recipient, or when it has the mail. */
export class MoodyMailServer {
  readonly taken: TakenMail[] = [];
  refusedRecipients = 0;
  refusedMails = 0;
  private askedRecipients = 0;
  private seenMails = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MoodyMailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, answer) => answer(mails.mayCome() ? null : later(450, 'greylisted')),
      onData: (stream, session, answer) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        void mails.take(to, stream).then((isTaken) => answer(isTaken ? null : later(451, 'busy')));
      },
    });
    const mails = new MoodyMailServer(server);
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private mayCome(): boolean {
    this.askedRecipients += 1;
    if (this.askedRecipients % REFUSES_RECIPIENT_EVERY !== 0) return true;
    this.refusedRecipients += 1;
    return false;
  }

  private async take(to: string, stream: SMTPServerDataStream): Promise<boolean> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    await sleep(THINKS_MILLISECONDS);
    this.seenMails += 1;
    if (this.seenMails % REFUSES_MAIL_EVERY === 0) {
      this.refusedMails += 1;
      return false;
    }
    const messageId = /^message-id: (\S+)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
    this.taken.push({ to, messageId });
    return true;
  }
}

function later(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
