import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MailServerWatch } from '#notifications';
import { InstallationReadings } from '#operations';
import { findJobProblems, JobDiscovery } from '#platform/jobs';
import type { Reading } from '#platform/metrics';
import { JobHost, usualTimings, type WorkerTimings } from './job-host.js';
import { libraries as allLibraries, type Libraries } from './libraries.js';
import { WorkerModule, type WorkerGround } from './worker.module.js';

export interface WorkerOptions extends WorkerGround {
  /** Default: all libraries of the product. */
  readonly libraries?: Libraries;
  readonly timings?: Partial<WorkerTimings>;
}

export interface RunningWorker {
  /** What is told to whoever watches over the installation. */
  readonly readings: readonly Reading[];
  /**
   * Lets running jobs end; false when one took too long and goes on. The database stays open; whoever opened it closes
   * it, and does not wait for that job.
   */
  stop(): Promise<boolean>;
}

/** Starts relaying and working. Refuses to start when an event would be forgotten or two jobs have one name. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { config, database, clock, logger, libraries = allLibraries } = options;
  const context = await NestFactory.createApplicationContext(WorkerModule.with(options, libraries), {
    logger: false,
    abortOnError: false,
  });
  const jobs = context.get(JobDiscovery).find();
  const problems = findJobProblems(jobs, libraries.events);
  if (problems.length > 0) {
    await context.close();
    throw new Error(['The worker cannot start:', ...problems].join('\n  - '));
  }
  const timings = { ...usualTimings, ...options.timings };
  const { databaseUrl, redisUrl } = config;
  const host = new JobHost({ database, clock, logger, databaseUrl, redisUrl, jobs, events: libraries.events, timings });
  try {
    await host.start();
  } catch (error) {
    await host.stop();
    await context.close();
    throw error;
  }
  logger.info({ jobs: jobs.eventJobs.length + jobs.scheduledJobs.length }, 'worker started');
  void mailServerIn(context)?.checkAtStart();
  const stop = async (): Promise<boolean> => {
    const isDrained = await host.stop();
    await context.close();
    logger.info('worker stopped');
    return isDrained;
  };
  let stopped: Promise<boolean> | null = null;
  return { readings: readingsIn(context), stop: () => (stopped ??= stop()) };
}

/** None where the library that knows of the installation is not among those that were asked for. */
function readingsIn(context: INestApplicationContext): readonly Reading[] {
  try {
    return context.get(InstallationReadings, { strict: false }).all();
  } catch {
    return [];
  }
}

/** None where none is configured, or the library that sends mails is not among those that were asked for. */
function mailServerIn(context: INestApplicationContext): MailServerWatch | null {
  try {
    return context.get<MailServerWatch | null>(MailServerWatch, { strict: false });
  } catch {
    return null;
  }
}
