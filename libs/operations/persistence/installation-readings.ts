import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import { QueueObserver, type QueueState } from '#platform/jobs';
import type { Measured, Reading } from '#platform/metrics';
import { InstallationState } from './installation-state.js';
import { MailReadings } from './mail-readings.js';

const WORKER_SILENT_SECONDS = 30;

/** What is told to whoever watches over the installation: numbers of the queue, the outbox and the workers. */
@Injectable()
export class InstallationReadings {
  constructor(
    private readonly observer: QueueObserver,
    private readonly state: InstallationState,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mails: MailReadings,
  ) {}

  all(): readonly Reading[] {
    return [...this.ofQueues(), ...this.ofOutbox(), this.ofWorkers(), ...this.mails.all()];
  }

  private ofQueues(): readonly Reading[] {
    const perQueue = async (measure: (state: QueueState) => readonly Measured[]): Promise<readonly Measured[]> =>
      ((await this.observer.states()) ?? []).flatMap(measure);
    return [
      {
        name: 'queue_jobs',
        help: 'Jobs in a queue by where they stand.',
        labelNames: ['queue', 'state'],
        read: () =>
          perQueue(({ name, waiting, delayed, active, failed }) =>
            Object.entries({ waiting, delayed, active, failed }).map(([state, value]) => ({
              labels: { queue: name, state },
              value,
            })),
          ),
      },
      {
        name: 'queue_oldest_waiting_seconds',
        help: 'How long the first of those has waited that could run.',
        labelNames: ['queue'],
        read: () =>
          perQueue(({ name, waitingSince }) => [{ labels: { queue: name }, value: this.secondsSince(waitingSince) }]),
      },
      {
        name: 'queue_up',
        help: 'Whether the queue answers.',
        labelNames: [],
        read: async () => [{ labels: {}, value: (await this.observer.states()) === null ? 0 : 1 }],
      },
    ];
  }

  private ofOutbox(): readonly Reading[] {
    return [
      {
        name: 'outbox_open_messages',
        help: 'Messages on which something is still to happen and nothing was given up.',
        labelNames: [],
        read: async () => [{ labels: {}, value: (await this.state.backlog()).open }],
      },
      {
        name: 'outbox_oldest_seconds',
        help: 'Age of the oldest of them.',
        labelNames: [],
        read: async () => [{ labels: {}, value: this.secondsSince((await this.state.backlog()).openSince) }],
      },
      {
        name: 'dead_letters',
        help: 'Jobs given up that nobody has had run again, by job.',
        labelNames: ['job'],
        read: async () => (await this.givenUp()).map(({ job, count }) => ({ labels: { job }, value: count })),
      },
    ];
  }

  private ofWorkers(): Reading {
    return {
      name: 'workers_alive',
      help: 'Workers that have told of themselves within half a minute.',
      labelNames: [],
      read: async () => {
        const since = new Date(this.clock.now().getTime() - WORKER_SILENT_SECONDS * 1000);
        const [row] = await this.database.read(SYSTEM_ACTOR, (tx) =>
          tx.query<{ alive: number }>('SELECT count(*)::int AS alive FROM worker_presence WHERE seen_at > $1', [since]),
        );
        return [{ labels: {}, value: row?.alive ?? 0 }];
      },
    };
  }

  private async givenUp(): Promise<readonly { readonly job: string; readonly count: number }[]> {
    return this.database.read(SYSTEM_ACTOR, (tx) =>
      tx.query(`SELECT job_name AS job, count(*)::int AS count FROM dead_letters WHERE state = 'GIVEN_UP' GROUP BY 1`),
    );
  }

  private secondsSince(instant: Date | null): number {
    return instant === null ? 0 : Math.max(0, (this.clock.now().getTime() - instant.getTime()) / 1000);
  }
}
