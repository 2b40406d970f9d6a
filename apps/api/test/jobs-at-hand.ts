import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { libraries } from '../../worker/src/index.js';
import { Config, parseConfig } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { EventJobRunner, JobDiscovery, jobsByEvent, JobsModule, type JobCatalogue } from '#platform/jobs';
import { createLogger, LOGGER } from '#platform/logging';
import { OutboxRelay, type Delivery } from '#platform/outbox';
import type { ConferenceStage } from '#testing';

/** The jobs of the product without any queue: they run when a spec says so, on the database and the clock of its stage. */
export interface JobsAtHand {
  /** Carries every message that waits to its jobs, those that the jobs write themselves too. */
  deliver(): Promise<void>;
  /** Every job that looks by itself whether there is something to do. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

@Global()
@Module({})
class JobsGround {}

/** Old messages are the business of operation, not of a spec. */
const LEFT_OUT = new Set(['prune-outbox']);

export async function jobsAtHand({ database, clock, testDatabase }: ConferenceStage): Promise<JobsAtHand> {
  const logger = createLogger('silent');
  const settings = [
    { provide: Config, useValue: parseConfig({ DATABASE_URL: testDatabase.appUrl, NODE_ENV: 'test' }) },
    { provide: LOGGER, useValue: logger },
  ];
  const imports = [DatabaseModule.with(database, clock), JobsModule, ...libraries.modules];
  const ground = { module: JobsGround, imports, providers: settings, exports: settings };
  const context = await NestFactory.createApplicationContext(ground, { logger: false, abortOnError: false });
  const jobs: JobCatalogue = context.get(JobDiscovery).find();
  const runner = new EventJobRunner(database, clock, logger, jobs, libraries.events);
  const waiting: Delivery[] = [];
  const target = {
    jobsByEvent: jobsByEvent(jobs, libraries.events),
    enqueue: async (deliveries: readonly Delivery[]) => void waiting.push(...deliveries),
  };
  const relay = new OutboxRelay(database, clock, target, { batchSize: 500, resendAfterSeconds: 10 ** 9 });
  return {
    deliver: async () => {
      do {
        for (const delivery of waiting.splice(0)) await runner.run(delivery, 1);
        await relay.relay();
      } while (waiting.length > 0);
    },
    sweep: async () => {
      for (const { name, handler } of jobs.scheduledJobs) if (!LEFT_OUT.has(name)) await handler.run();
    },
    close: () => context.close(),
  };
}
