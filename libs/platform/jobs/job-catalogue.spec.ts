import { describe, expect, it } from '@jest/globals';
import { findJobProblems, jobsByEvent, type JobCatalogue } from './job-catalogue.js';

const handler = { run: async () => undefined };

function jobs(...eventJobs: { name: string; on: string[] }[]): JobCatalogue {
  return { eventJobs: eventJobs.map((job) => ({ ...job, handler })), scheduledJobs: [] };
}

const submitted = jobs({ name: 'notify-secretariat', on: ['topic.submitted'] });

describe('The boot check of the jobs', () => {
  it('finds nothing when every event has a job or is only recorded', () => {
    const events = { events: ['topic.submitted', 'topic.created'], recordOnlyEvents: ['topic.created'] };
    expect(findJobProblems(submitted, events)).toEqual([]);
  });

  it.each([
    [
      'an event that has neither a job nor an entry among those only recorded',
      submitted,
      { events: ['topic.submitted', 'topic.created'], recordOnlyEvents: [] },
      'The event "topic.created" has no job and is not listed as record-only',
    ],
    [
      'an event that has both',
      submitted,
      { events: ['topic.submitted'], recordOnlyEvents: ['topic.submitted'] },
      'The event "topic.submitted" is listed as record-only and has a job',
    ],
    [
      'a job on an event that nothing emits',
      jobs({ name: 'notify-secretariat', on: ['topic.submited'] }),
      { events: [], recordOnlyEvents: [] },
      'Nothing emits the event "topic.submited"',
    ],
    [
      'an event only recorded that nothing emits',
      jobs(),
      { events: [], recordOnlyEvents: ['topic.created'] },
      'Nothing emits the event "topic.created"',
    ],
    [
      'two jobs of one name',
      jobs({ name: 'notify', on: ['topic.submitted'] }, { name: 'notify', on: ['topic.submitted'] }),
      { events: ['topic.submitted'], recordOnlyEvents: [] },
      'Two jobs are called "notify"',
    ],
    [
      'a name that cannot be part of a job id',
      jobs({ name: 'notify:secretariat', on: ['topic.submitted'] }),
      { events: ['topic.submitted'], recordOnlyEvents: [] },
      '"notify:secretariat" is no name for a job (kebab-case only)',
    ],
    [
      'a job on no event at all',
      jobs({ name: 'notify', on: [] }),
      { events: [], recordOnlyEvents: [] },
      'The job "notify" runs on no event',
    ],
  ])('finds %s', (_name, catalogue, events, problem) => {
    expect(findJobProblems(catalogue, events)).toEqual([problem]);
  });

  it('takes a scheduled job and an event job of one name for a clash', () => {
    const catalogue = { ...submitted, scheduledJobs: [{ name: 'notify-secretariat', everySeconds: 60, handler }] };
    const events = { events: ['topic.submitted'], recordOnlyEvents: [] };
    expect(findJobProblems(catalogue, events)).toEqual(['Two jobs are called "notify-secretariat"']);
  });

  it('tells all problems at once', () => {
    const events = { events: ['topic.created', 'topic.withdrawn'], recordOnlyEvents: [] };
    expect(findJobProblems(jobs(), events)).toHaveLength(2);
  });
});

describe('The jobs by event', () => {
  it('name an event without a job too', () => {
    const events = { events: ['topic.submitted', 'topic.created'], recordOnlyEvents: ['topic.created'] };
    expect(jobsByEvent(submitted, events)).toEqual(
      new Map([
        ['topic.submitted', ['notify-secretariat']],
        ['topic.created', []],
      ]),
    );
  });
});
