import { Injectable } from '@nestjs/common';
import { failureNames, mailServerFaultNames, mailServerStateNames } from '#glossary';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { notFound } from '#platform/graphql';
import { QueueObserver, type QueueName, type QueueState, type Schedule } from '#platform/jobs';
import { InstallationState, type KnownWorker, type ScheduledRun } from '../../persistence/installation-state.js';
import { MailReadings, type KnownMailServer } from '../../persistence/mail-readings.js';
import {
  scheduleOutcomeNames,
  type JobScheduleType,
  type MailServerType,
  type OperationsType,
} from './operations.graphql.js';

/** Three signs of life that did not come. */
const SILENT_SECONDS = 30;

const queueLabels: Readonly<Record<QueueName, string>> = {
  'event-jobs': 'Arbeiten zu Ereignissen',
  'scheduled-jobs': 'Regelmäßige Arbeiten',
};

/** Brings together what the queue, the processes and the database say. Only the technical administration is answered. */
@Injectable()
export class OperationsQuery {
  constructor(
    private readonly state: InstallationState,
    private readonly observer: QueueObserver,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mails: MailReadings,
  ) {}

  async execute(actor: Actor): Promise<OperationsType> {
    if (!capacitiesOn(actor, WHOLE_CONFERENCE).has('ADMIN')) throw notFound();
    const [queues, schedules, runs, workers, givenUpJobs, backlog, mailServer, waitingMails] = await Promise.all([
      this.observer.states(),
      this.observer.schedules(),
      this.state.scheduledRuns(actor),
      this.state.workers(actor),
      this.state.givenUpJobs(actor),
      this.state.backlog(),
      this.mails.server(actor),
      this.mails.waiting(),
    ]);
    return {
      backend: this.config.redisUrl === null ? 'PostgreSQL' : 'Redis',
      queues: queues?.map(withLabel) ?? null,
      schedules: broughtTogether(schedules ?? [], runs),
      workers: workers.map((worker) => ({ ...worker, isAlive: this.isAlive(worker) })),
      givenUpJobs,
      mailServer: this.config.smtpUrl === null ? null : inWords(mailServer),
      waitingMails,
      openMessages: backlog.open,
      openSince: backlog.openSince,
    };
  }

  private isAlive({ seenAt }: KnownWorker): boolean {
    return this.clock.now().getTime() - seenAt.getTime() < SILENT_SECONDS * 1000;
  }
}

function withLabel(state: QueueState): QueueState & { readonly label: string } {
  return { ...state, label: queueLabels[state.name] };
}

function inWords(known: KnownMailServer | null): MailServerType {
  const { state = null, since = null, fault = null, checkedAt = null } = known ?? {};
  return {
    ...{ state, since, checkedAt },
    stateLabel: state === null ? 'Noch nicht gefragt' : mailServerStateNames[state],
    reason: fault === null ? null : mailServerFaultNames[fault],
  };
}

/** Also what has a schedule and never ran, and what ran and has lost its schedule. */
function broughtTogether(schedules: readonly Schedule[], runs: readonly ScheduledRun[]): readonly JobScheduleType[] {
  const names = [...new Set([...schedules, ...runs].map(({ jobName }) => jobName))].sort();
  return names.map((jobName) => {
    const schedule = schedules.find((each) => each.jobName === jobName);
    const run = runs.find((each) => each.jobName === jobName);
    return {
      jobName,
      everySeconds: schedule?.everySeconds ?? run?.everySeconds ?? null,
      nextRunAt: schedule?.nextRunAt ?? null,
      ...lastRun(run),
    };
  });
}

function lastRun(run: ScheduledRun | undefined): Omit<JobScheduleType, 'jobName' | 'everySeconds' | 'nextRunAt'> {
  const { startedAt = null, outcome = null, failure = null, failureCode = null, lastDoneAt = null } = run ?? {};
  return {
    lastRunAt: startedAt,
    lastOutcome: outcome,
    lastOutcomeLabel: outcome === null ? null : scheduleOutcomeNames[outcome],
    failureLabel: failure === null ? null : failureNames[failure],
    failureCode,
    lastDoneAt,
  };
}
