import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logging';
import { counterOf, durationOf, serveMetrics, type Reading, type RunningMetrics } from './index.js';

const done = counterOf('spec_deeds', 'Deeds of this spec.', ['kind']);
const took = durationOf('spec_deed', 'How long they took.', ['kind']);

let running: RunningMetrics | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
});

async function scrape(readings: readonly Reading[] = [], path = '/metrics', method = 'GET'): Promise<Response> {
  running ??= await serveMetrics({ host: '127.0.0.1', port: 0, logger: createLogger('silent'), readings });
  return fetch(`http://127.0.0.1:${running.port}${path}`, { method });
}

const aReading = (name: string, read: Reading['read']): Reading => ({ name, help: 'x', labelNames: ['queue'], read });

describe('The metrics of a process', () => {
  it('tell what was counted, how long it took, and what Node says of itself', async () => {
    done.inc({ kind: 'good' });
    took.observe({ kind: 'good' }, 0.2);
    const answer = await scrape();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain('konferenzmappe_spec_deeds_total{kind="good"} 1');
    expect(text).toContain('konferenzmappe_spec_deed_seconds_bucket{le="0.25",kind="good"} 1');
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it('look up at each scrape what is not counted, and forget what is not there any more', async () => {
    let queues = ['events', 'schedules'];
    const reading = aReading('spec_depth', async () => queues.map((queue) => ({ labels: { queue }, value: 3 })));
    expect(await (await scrape([reading])).text()).toContain('konferenzmappe_spec_depth{queue="schedules"} 3');
    queues = ['events'];
    const again = await (await scrape()).text();
    expect(again).toContain('konferenzmappe_spec_depth{queue="events"} 3');
    expect(again).not.toContain('schedules');
  });

  it('leave out what cannot be looked up, and nothing else', async () => {
    const away = aReading('spec_away', () => Promise.reject(new Error('The queue is away')));
    const answer = await scrape([away, aReading('spec_there', async () => [{ labels: { queue: 'x' }, value: 1 }])]);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('konferenzmappe_spec_there{queue="x"} 1');
    expect(text).not.toMatch(/^konferenzmappe_spec_away\{/m);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/graphql'],
    ['POST', '/metrics'],
  ])('answer nothing else: %s %s', async (method, path) => {
    expect((await scrape([], path, method)).status).toBe(404);
  });
});
