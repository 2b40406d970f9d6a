import { setTimeout as sleep } from 'node:timers/promises';
import {
  openJobQueues,
  queueNames,
  type JobQueue,
  type JobQueues,
  type JobQueuesOptions,
  type QueueName,
} from './job-queues.js';

export interface QueueState {
  readonly name: QueueName;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
  /** Since when the first of those that could run waits. */
  readonly waitingSince: Date | null;
}

export interface Schedule {
  readonly jobName: string;
  readonly everySeconds: number | null;
  readonly nextRunAt: Date | null;
}

const ANSWER_SECONDS = 3;

/** Looks at the queues and takes nothing from them. Connects when it is asked for the first time. */
export class QueueObserver {
  private opened: { readonly queues: JobQueues; readonly each: ReadonlyMap<QueueName, JobQueue> } | null = null;

  constructor(private readonly options: JobQueuesOptions) {}

  /** Null when the queue does not answer. */
  async states(): Promise<readonly QueueState[] | null> {
    return inTime(Promise.all(queueNames.map((name) => stateOf(name, this.queue(name)))));
  }

  /** Null when the queue does not answer. */
  async schedules(): Promise<readonly Schedule[] | null> {
    return inTime(
      this.queue('scheduled-jobs')
        .getJobSchedulers(0, -1, true)
        .then((known) => known.map(toSchedule)),
    );
  }

  queue(name: QueueName): JobQueue {
    const found = this.open().get(name);
    if (found === undefined) throw new Error(`There is no queue "${name}"`);
    return found;
  }

  async close(): Promise<void> {
    if (this.opened === null) return;
    const { queues, each } = this.opened;
    this.opened = null;
    await inTime(Promise.all([...each.values()].map((queue) => queue.close())));
    await inTime(queues.close());
  }

  private open(): ReadonlyMap<QueueName, JobQueue> {
    if (this.opened === null) {
      const queues = openJobQueues(this.options);
      const each = new Map(queueNames.map((name) => [name, queues.queue(name)]));
      for (const queue of each.values()) queue.on('error', () => undefined);
      this.opened = { queues, each };
    }
    return this.opened.each;
  }
}

async function stateOf(name: QueueName, queue: JobQueue): Promise<QueueState> {
  const { waiting = 0, prioritized = 0, paused = 0, delayed = 0, active = 0, failed = 0 } = await queue.getJobCounts();
  const [first] = await queue.getJobs(['waiting'], 0, 0, true);
  const waitingSince = first === undefined ? null : new Date(first.timestamp + first.delay);
  return { name, waiting: waiting + prioritized + paused, delayed, active, failed, waitingSince };
}

function toSchedule(known: { key: string; every?: number | string; next?: number | string }): Schedule {
  const { key, every, next } = known;
  return {
    jobName: key,
    everySeconds: every === undefined ? null : Number(every) / 1000,
    nextRunAt: next === undefined ? null : new Date(Number(next)),
  };
}

/** What does not come soon, or fails, is no answer. */
async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  const patience = new AbortController();
  const tooLate = sleep(ANSWER_SECONDS * 1000, null, { signal: patience.signal }).catch(() => null);
  const answer = await Promise.race([asked.catch(() => null), tooLate]);
  patience.abort();
  return answer;
}
