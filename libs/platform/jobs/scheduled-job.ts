import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

export const SCHEDULED_JOB = 'platform:scheduled-job';

export interface ScheduledJobOptions {
  /** What the job does, unique in the product. */
  readonly name: string;
  readonly everySeconds: number;
}

export interface ScheduledJobHandler {
  /** Opens its own transactions; must change nothing when it runs twice. */
  run(): Promise<void>;
  /** Instants soon to come, each once, at which it is to run besides its schedule; asked after each run. */
  upcoming?(): Promise<readonly Date[]>;
}

/** Makes the class a job that the worker runs again and again, once per interval for all workers together. */
export function ScheduledJob(
  options: ScheduledJobOptions,
): <Job extends new (...dependencies: never[]) => ScheduledJobHandler>(target: Job) => void {
  return applyDecorators(Injectable(), SetMetadata(SCHEDULED_JOB, options));
}
