import { counterOf, durationOf } from '#platform/metrics';

const runs = counterOf('jobs', 'Runs of jobs by their outcome.', ['job', 'outcome']);
const durations = durationOf('job_duration', 'How long a run of a job took, whatever its outcome.', ['job']);

/** Names of jobs are those of the catalogue. */
export function measureRun(job: string, outcome: string, milliseconds: number): void {
  runs.inc({ job, outcome: outcome.replaceAll(' ', '_') });
  durations.observe({ job }, milliseconds / 1000);
}

export function countGivenUp(job: string): void {
  runs.inc({ job, outcome: 'given_up' });
}
