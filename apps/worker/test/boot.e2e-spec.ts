import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraries } from '../src/index.js';
import { effectLibraries } from './effects.js';
import { WorkerGround } from './worker-harness.js';

let ground: WorkerGround;

beforeAll(async () => {
  ground = await WorkerGround.create('PostgreSQL');
});

afterAll(async () => {
  await ground.drop();
});

describe('A worker', () => {
  it('starts with all libraries of the product: every event of theirs has a job or is only recorded', async () => {
    const worker = await ground.startWorker({ libraries });
    await worker.stop();
    expect(ground.logLines.at(-1)).toMatchObject({ msg: 'worker stopped' });
  });

  it('does not start when an event would be forgotten, and names every problem', async () => {
    const { events, recordOnlyEvents } = effectLibraries.events;
    const forgetful = { ...effectLibraries, events: { events: [...events, 'spec.a', 'spec.b'], recordOnlyEvents } };
    const start = ground.startWorker({ libraries: forgetful });
    await expect(start).rejects.toThrow(/"spec\.a" has no job[^]*"spec\.b" has no job/);
  });

  it('does not start when two libraries claim one event', async () => {
    const { events, recordOnlyEvents } = effectLibraries.events;
    const twice = { ...effectLibraries, events: { events: [...events, 'spec.happened'], recordOnlyEvents } };
    const start = ground.startWorker({ libraries: twice });
    await expect(start).rejects.toThrow('Two libraries emit the event "spec.happened"');
  });
});
