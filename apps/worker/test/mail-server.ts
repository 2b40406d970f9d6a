import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { SelfMadeCertificate } from './self-made-certificate.js';

/** What the server asks of those who come. By default it speaks in the clear with everybody. */
export interface MailServerTraits {
  readonly certificate?: SelfMadeCertificate;
  /** Encrypted from the first byte (smtps://), instead of after STARTTLS. */
  readonly isSecure?: boolean;
  /** Takes mails only after this password. */
  readonly password?: string;
  /** Another address of this machine: the product believes that only 127.0.0.1 is this machine. */
  readonly host?: string;
  /** In bytes. */
  readonly largestMail?: number;
  /** By default whichever is free. */
  readonly port?: number;
}

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** How it answers the name of a recipient: always so, or the first time only. */
const toRecipients: Readonly<Record<string, { readonly answer: Error; readonly isFirstOnly: boolean }>> = {
  abgelehnt: { answer: refusal(550, 'no such mailbox'), isFirstOnly: false },
  vertagt: { answer: refusal(450, 'greylisted, try again later'), isFirstOnly: false },
  graulistig: { answer: refusal(450, 'greylisted, try again later'), isFirstOnly: true },
};

/** A real SMTP server. What it does with a mail stands in the recipient's name. */
export class MailServer {
  readonly received: { readonly to: string; readonly mail: ParsedMail }[] = [];
  private readonly misbehaved = new Set<string>();
  private readonly sockets = new Map<string, Socket>();
  /** How often it refused a recipient or the sender. */
  refusals = 0;
  /** How many connections it has seen. */
  connections = 0;
  /** How many mails came encrypted. */
  encrypted = 0;
  /** What it answers to whoever sends; null: nothing against it. */
  toSender: Error | null = null;
  /** What it answers to whoever comes, before they say anything; null: its greeting. */
  toEverybody: Error | null = null;
  /** What opens it from now on; null: what it was started with. */
  otherPassword: string | null = null;

  private constructor(
    private readonly server: SMTPServer,
    private readonly traits: MailServerTraits,
  ) {}

  static async start(traits: MailServerTraits = {}): Promise<MailServer> {
    const server: SMTPServer = new SMTPServer({
      ...optionsOf(traits, () => mails.otherPassword ?? traits.password),
      onConnect: (_session, answer) => answer(mails.toEverybody),
      onMailFrom: (_address, _session, answer) => {
        if (mails.toSender !== null) mails.refusals += 1;
        answer(mails.toSender);
      },
      onRcptTo: ({ address }, _session, answer) => answer(mails.refusalOf(address)),
      onData: (stream, session, answer) => void mails.take(stream, session).then(() => answer(), answer),
    });
    const mails: MailServer = new MailServer(server, traits);
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      mails.connections += 1;
      mails.sockets.set(`${socket.remotePort}`, socket);
    });
    server.listen(traits.port ?? 0, traits.host ?? '127.0.0.1');
    await once(server.server, 'listening');
    return mails;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    const { isSecure = false, host = '127.0.0.1', password } = this.traits;
    const credentials = password === undefined ? '' : `mappe:${encodeURIComponent(password)}@`;
    return `smtp${isSecure ? 's' : ''}://${credentials}${host}:${this.port}`;
  }

  /** Recipients in alphabetical order; twice means twice. */
  get recipients(): string[] {
    return this.received.map(({ to }) => to).sort();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  static refusing(responseCode: number, words: string): Error {
    return refusal(responseCode, words);
  }

  private refusalOf(address: string): Error | null {
    const manner = toRecipients[address.split('-')[0] ?? ''];
    if (manner === undefined || (manner.isFirstOnly && !this.isFirst(address))) return null;
    this.refusals += 1;
    return manner.answer;
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    // The mail is on its way, and nobody reads on.
    if (to.startsWith('abbruch') && this.isFirst(to)) return this.hangUp(session);
    if (to.startsWith('immerabbruch')) return this.hangUp(session);
    const mail = await simpleParser(stream);
    if (stream.sizeExceeded) throw refusal(552, 'message exceeds fixed maximum message size');
    if (to.startsWith('unerwuenscht')) throw refusal(554, 'message refused as spam');
    if (to.startsWith('unsinn') && this.isFirst(to)) return this.babble(session);
    if (to.startsWith('langsam')) await sleep(700);
    this.received.push({ to, mail });
    if (session.secure) this.encrypted += 1;
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

  /** No answer that SMTP knows. */
  private async babble(session: SMTPServerSession): Promise<void> {
    this.sockets.get(`${session.remotePort}`)?.write('Wie meinen?\r\n');
    await new Promise(() => undefined);
  }
}

function optionsOf(
  { certificate, isSecure = false, password, largestMail }: MailServerTraits,
  wanted: () => string | undefined,
): SMTPServerOptions {
  const disabled = [
    ...(password === undefined ? ['AUTH'] : []),
    ...(certificate === undefined || isSecure ? ['STARTTLS'] : []),
  ];
  return {
    ...certificate,
    ...(largestMail === undefined ? {} : { size: largestMail }),
    secure: isSecure,
    authOptional: password === undefined,
    disabledCommands: disabled,
    onAuth: (login, _session, answer) => {
      if (login.password === wanted()) return answer(null, { user: login.username });
      answer(refusal(535, 'authentication failed'));
    },
  };
}
