import { describe, expect, it } from '@jest/globals';
import { sweepEach } from './sweep-each.js';

const named = (name: string): string => name;

describe('a sweep over what is due', () => {
  it('does each record in its order', async () => {
    const done: string[] = [];
    await sweepEach(['first', 'second'], named, async (name) => {
      done.push(name);
    });
    expect(done).toEqual(['first', 'second']);
  });

  it('goes on after a record that fails and tells about it at the end', async () => {
    const done: string[] = [];
    const sweep = sweepEach(['first', 'broken', 'third', 'torn'], named, async (name) => {
      if (name === 'broken' || name === 'torn') throw new Error(`${name} it is`);
      done.push(name);
    });

    const fault: unknown = await sweep.catch((error: unknown) => error);

    expect(done).toEqual(['first', 'third']);
    expect(fault).toBeInstanceOf(AggregateError);
    expect((fault as AggregateError).message).toBe('2 of 4 records could not be done: broken, torn');
    expect((fault as AggregateError).errors).toEqual([new Error('broken it is'), new Error('torn it is')]);
  });

  it('has nothing to say about nothing', async () => {
    await expect(sweepEach([], named, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
