import type { FactoryProvider, OnModuleDestroy } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { NotYet } from '#platform/jobs';
import { LOGGER, type Logger } from '#platform/logging';
import { mayBeOfServer, serverFaultOf } from '../domain/mail-server-fault.js';
import { MailServerState, type Outage } from '../persistence/mail-server-state.js';
import { smtpOptionsOf } from './smtp-options.js';
import { SmtpServer } from './smtp-server.js';

const DAY = 24 * 60 * 60 * 1000;
/** As long as mail servers themselves go on trying (RFC 5321 §4.5.4.1). */
const PATIENCE = 5 * DAY;
const SHORTEST_WAIT = 1000;
/** Nobody waits longer before looking whether the server is back. */
const LONGEST_WAIT = 60_000;

/**
 * Keeps mails waiting while the mail server takes nothing from anybody: that is the fault of none of them, and uses up
 * none of their attempts. One worker asks now and then; the others wait. After five days each is tried and given up
 * like a mail that is refused itself, so that somebody hears of it.
 */
export class MailServerWatch implements OnModuleDestroy {
  /** What this process has last known. Only where it is in doubt the database is asked before each mail. */
  private isInDoubt = false;
  private isBeyondPatience = false;

  constructor(
    private readonly server: SmtpServer,
    private readonly state: MailServerState,
    private readonly clock: Clock,
    // Where jobs are only listed, as in the demo's first filling, nobody reads a log.
    private readonly logger: Logger | null,
  ) {}

  /** Throws `NotYet` while the server is away. */
  async awaitTurn(): Promise<void> {
    if (!this.isInDoubt) return;
    if ((await this.isToAsk()) && (await this.check())) return;
    const outage = await this.state.outage();
    this.isInDoubt = outage !== null;
    this.isBeyondPatience = outage !== null && this.ageOf(outage) > PATIENCE;
    if (outage !== null && !this.isBeyondPatience) throw new NotYet(this.waitFor(outage));
  }

  /** Throws what is the mail's fault as it is, and `NotYet` for what is the server's. */
  async send(message: SendMailOptions): Promise<void> {
    try {
      await this.server.send(message);
    } catch (error) {
      if (!(error instanceof Error && mayBeOfServer(error)) || (await this.server.ask()) === null) throw error;
      this.isInDoubt = true;
      if (this.isBeyondPatience) throw error;
      // Noted when the mail comes again: here a transaction is open, and it will be rolled back.
      throw new NotYet(SHORTEST_WAIT);
    }
  }

  /** Asks the server and notes what it says, for all workers and for the technical administration. */
  async check(): Promise<boolean> {
    const fault = await this.server.ask();
    const now = this.clock.now();
    this.isInDoubt = fault !== null;
    if (fault === null) {
      this.isBeyondPatience = false;
      if (await this.state.noteWorking(now)) this.logger?.info('mail server takes mails');
      return true;
    }
    const reason = serverFaultOf(fault);
    if (await this.state.noteAway(reason, now)) this.logger?.warn({ reason }, 'mail server takes no mails: they wait');
    return false;
  }

  /** For a worker that begins: one line in the log, whatever the answer; nothing that goes wrong keeps it from working. */
  async checkAtStart(): Promise<void> {
    try {
      const isWorking = await this.check();
      this.logger?.[isWorking ? 'info' : 'warn']({ isWorking }, 'mail server checked');
    } catch (error) {
      this.logger?.warn({ err: error }, 'mail server not checked');
    }
  }

  onModuleDestroy(): void {
    this.server.close();
  }

  /** Where nobody knows of an outage yet, whoever is in doubt asks. */
  private async isToAsk(): Promise<boolean> {
    return (await this.state.outage()) === null || (await this.state.claimProbe(this.clock.now()));
  }

  private ageOf({ since }: Outage): number {
    return this.clock.now().getTime() - since.getTime();
  }

  private waitFor({ nextProbeAt }: Outage): number {
    return Math.min(Math.max(nextProbeAt.getTime() - this.clock.now().getTime(), SHORTEST_WAIT), LONGEST_WAIT);
  }
}

/** Null where no mail server is configured. */
export const mailServerWatch: FactoryProvider<MailServerWatch | null> = {
  provide: MailServerWatch,
  inject: [Config, MailServerState, Clock, { token: LOGGER, optional: true }],
  useFactory: (config: Config, state: MailServerState, clock: Clock, logger: Logger | undefined) => {
    const options = smtpOptionsOf(config);
    return options === null ? null : new MailServerWatch(new SmtpServer(options), state, clock, logger ?? null);
  },
};
