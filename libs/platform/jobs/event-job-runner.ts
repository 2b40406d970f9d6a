import type { Clock } from '#platform/clock';
import { SYSTEM_ACTOR, type Database, type Tx } from '#platform/database';
import type { Logger } from '#platform/logging';
import {
  claimMessage,
  failDelivery,
  failureOf,
  findMessage,
  keepDeadLetter,
  settleMessage,
  type Delivery,
  type OutboxMessage,
} from '#platform/outbox';
import { countGivenUp, measureRun } from './job-measures.js';
import { jobsByEvent, type EventCatalogue, type JobCatalogue, type KnownEventJob } from './job-catalogue.js';
import { NotYet } from './not-yet.js';

/** Runs jobs on messages, with effects exactly once: the effect and the note that it happened are one transaction. */
export class EventJobRunner {
  private readonly jobs: ReadonlyMap<string, KnownEventJob>;
  private readonly jobsByEvent: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
    catalogue: JobCatalogue,
    events: EventCatalogue,
  ) {
    this.jobs = new Map(catalogue.eventJobs.map((job) => [job.name, job]));
    this.jobsByEvent = jobsByEvent(catalogue, events);
  }

  /** Throws what the job throws; nothing of it has happened then. One line in the log either way. */
  async run(delivery: Delivery, attempt: number): Promise<void> {
    const job = this.get(delivery.jobName);
    const started = performance.now();
    let message: OutboxMessage | null = null;
    const facts = (outcome: string): object => {
      const milliseconds = Math.round(performance.now() - started);
      measureRun(job.name, outcome, milliseconds);
      return { ...factsOf(delivery, message), attempt, outcome, milliseconds };
    };
    try {
      await job.handler.awaitTurn?.();
      const outcome = await this.database.write(SYSTEM_ACTOR, async (tx) => {
        const now = this.clock.now();
        const claim = await claimMessage(tx, delivery, now);
        if (claim === null) return 'message gone';
        message = claim.message;
        return claim.isGranted ? this.dealWith(tx, job, claim.message, now) : 'done before';
      });
      this.logger.info(facts(outcome), 'job');
    } catch (error) {
      if (error instanceof NotYet) this.logger.debug(facts('not yet'), 'job');
      else this.logger.warn({ ...facts('failed'), err: error }, 'job');
      throw error;
    }
  }

  /** Notes that no attempt is left. Safe to call more than once. */
  async giveUp(delivery: Delivery, error: Error, attempts: number): Promise<void> {
    const job = this.get(delivery.jobName);
    const now = this.clock.now();
    await this.database.write(SYSTEM_ACTOR, async (tx) => {
      const message = await findMessage(tx, delivery.outboxId);
      if (message === null || !(await failDelivery(tx, delivery, now))) return;
      await keepDeadLetter(tx, { delivery, message, failure: failureOf(error), attempts }, now);
      await job.handler.giveUp?.(tx, message, error);
      countGivenUp(job.name);
      this.logger.error({ ...factsOf(delivery, message), outcome: 'given up', err: error }, 'job');
    });
  }

  private async dealWith(tx: Tx, job: KnownEventJob, message: OutboxMessage, now: Date): Promise<string> {
    await job.handler.run(tx, message);
    await settleMessage(tx, message.id, this.jobsByEvent.get(message.event) ?? [], now);
    return 'done';
  }

  private get(name: string): KnownEventJob {
    const job = this.jobs.get(name);
    if (job === undefined) throw new Error(`This process knows no job "${name}"; a newer one may`);
    return job;
  }
}

function factsOf({ outboxId, jobName }: Delivery, message: OutboxMessage | null): Record<string, unknown> {
  return {
    job: jobName,
    messageId: outboxId,
    event: message?.event,
    record: message === null ? undefined : `${message.recordKind} ${message.recordId}`,
    requestId: message?.requestId,
    actorId: message?.actorPersonId,
  };
}
