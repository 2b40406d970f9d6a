import { DelayedError } from 'bullmq';
import { SystemClock } from '#platform/clock';
import type { QueuedJob } from './job-queues.js';

/** Thrown by a job that has to wait for its turn. It is tried again after that, and the wait counts as no attempt. */
export class NotYet extends Error {
  constructor(readonly waitMilliseconds: number) {
    super('The job has to wait for its turn');
    this.name = 'NotYet';
  }
}

/** The queue counts in real time, whatever the clock of the product says. */
const queueClock = new SystemClock();

/** Gives the job back to the queue; the worker learns of it by what this throws. */
export async function putOff(job: QueuedJob, milliseconds: number): Promise<never> {
  await job.moveToDelayed(queueClock.now().getTime() + Math.ceil(milliseconds), job.token);
  throw new DelayedError();
}
