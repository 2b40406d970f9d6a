import type { EventJobHandler, EventJobOptions } from './event-job.js';
import type { ScheduledJobHandler, ScheduledJobOptions } from './scheduled-job.js';

export interface KnownEventJob extends EventJobOptions {
  readonly handler: EventJobHandler;
}

export interface KnownScheduledJob extends ScheduledJobOptions {
  readonly handler: ScheduledJobHandler;
}

/** All jobs of a process. */
export interface JobCatalogue {
  readonly eventJobs: readonly KnownEventJob[];
  readonly scheduledJobs: readonly KnownScheduledJob[];
}

/** What the libraries say of their events. */
export interface EventCatalogue {
  /** Every event that can be written to the outbox. */
  readonly events: readonly string[];
  /** Those on which nothing is to happen. */
  readonly recordOnlyEvents: readonly string[];
}

/** The jobs of each known event, in a fixed order; none for an event that is only recorded. */
export function jobsByEvent({ eventJobs }: JobCatalogue, { events }: EventCatalogue): Map<string, readonly string[]> {
  return new Map(
    events.map((event) => [event, eventJobs.filter(({ on }) => on.includes(event)).map(({ name }) => name)]),
  );
}

const JOB_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * The boot check: every event has a job or is listed as record-only, never both; every job runs on events that exist;
 * every name is unique and can be part of a job id. Answers all problems at once, none when the process may start.
 */
export function findJobProblems(jobs: JobCatalogue, { events, recordOnlyEvents }: EventCatalogue): string[] {
  const withJob = new Set(jobs.eventJobs.flatMap(({ on }) => on));
  const recordOnly = new Set(recordOnlyEvents);
  const names = [...jobs.eventJobs, ...jobs.scheduledJobs].map(({ name }) => name);
  const existing = new Set(events);
  return [
    ...events
      .filter((event) => !withJob.has(event) && !recordOnly.has(event))
      .map((event) => `The event "${event}" has no job and is not listed as record-only`),
    ...recordOnlyEvents
      .filter((event) => withJob.has(event))
      .map((event) => `The event "${event}" is listed as record-only and has a job`),
    ...[...withJob, ...recordOnly]
      .filter((event) => !existing.has(event))
      .map((event) => `Nothing emits the event "${event}"`),
    ...duplicatesOf(names).map((name) => `Two jobs are called "${name}"`),
    ...duplicatesOf(events).map((event) => `Two libraries emit the event "${event}"`),
    ...names.filter((name) => !JOB_NAME.test(name)).map((name) => `"${name}" is no name for a job (kebab-case only)`),
    ...jobs.eventJobs.filter(({ on }) => on.length === 0).map(({ name }) => `The job "${name}" runs on no event`),
    ...jobs.scheduledJobs
      .filter(({ everySeconds }) => !(everySeconds >= 1))
      .map(({ name }) => `The interval of the job "${name}" is less than a second`),
  ];
}

function duplicatesOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, position) => values.indexOf(value) !== position))];
}
