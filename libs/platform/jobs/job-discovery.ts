import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { EVENT_JOB, type EventJobHandler, type EventJobOptions } from './event-job.js';
import type { JobCatalogue } from './job-catalogue.js';
import { SCHEDULED_JOB, type ScheduledJobHandler, type ScheduledJobOptions } from './scheduled-job.js';

/** Finds the jobs among all providers of the process; a job needs no registration besides its module. */
@Injectable()
export class JobDiscovery {
  constructor(private readonly providers: DiscoveryService) {}

  find(): JobCatalogue {
    return {
      eventJobs: this.annotated<EventJobOptions, EventJobHandler>(EVENT_JOB),
      scheduledJobs: this.annotated<ScheduledJobOptions, ScheduledJobHandler>(SCHEDULED_JOB),
    };
  }

  private annotated<Options, Handler>(key: string): (Options & { readonly handler: Handler })[] {
    const found = new Map<unknown, Options & { readonly handler: Handler }>();
    for (const { metatype, instance } of this.providers.getProviders()) {
      if (typeof metatype !== 'function') continue;
      const options = Reflect.getMetadata(key, metatype) as Options | undefined;
      // A provider that two modules list has two wrappers; one class is one job.
      if (options !== undefined && !found.has(metatype))
        found.set(metatype, { ...options, handler: instance as Handler });
    }
    return [...found.values()];
  }
}
