import type { Call, HttpClient } from './http-client.js';

/** One side of a comparison: who answers, and the calls to make in turn. */
export interface Side {
  readonly client: HttpClient;
  readonly calls: readonly Call[];
}

export interface RoundPlan {
  readonly concurrency: number;
  readonly warmUp: number;
  readonly rounds: number;
  readonly requestsPerRound: number;
}

export interface Comparison {
  /** Milliseconds per request: the median of the rounds. With concurrency, elapsed time shared by its requests. */
  readonly ours: number;
  readonly plain: number;
  /** Plain time ÷ our time, each round against its neighbour: lower quartile, median, upper quartile. */
  readonly ratio: readonly [lower: number, median: number, upper: number];
}

/** Both sides in turn, the first one changing, so that a busy moment of the machine hits both. */
export async function compare(ours: Side, plain: Side, plan: RoundPlan): Promise<Comparison> {
  for (const side of [ours, plain]) await timeOf(side, plan.warmUp, plan.concurrency);
  const times: { readonly ours: number; readonly plain: number }[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const measure = (side: Side): Promise<number> => timeOf(side, plan.requestsPerRound, plan.concurrency);
    if (round % 2 === 0) {
      const first = await measure(ours);
      times.push({ ours: first, plain: await measure(plain) });
    } else {
      const first = await measure(plain);
      times.push({ ours: await measure(ours), plain: first });
    }
  }
  const ratios = times.map((time) => time.plain / time.ours);
  return {
    ours: quantile(
      times.map((time) => time.ours),
      0.5,
    ),
    plain: quantile(
      times.map((time) => time.plain),
      0.5,
    ),
    ratio: [quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)],
  };
}

/** Milliseconds per request. Each of the concurrent callers has calls of its own, as different people do. */
async function timeOf({ client, calls }: Side, requests: number, concurrency: number): Promise<number> {
  let next = 0;
  const caller = async (place: number): Promise<void> => {
    for (let turn = 0; next < requests; turn += 1) {
      next += 1;
      const call = calls[(place + turn * concurrency) % calls.length];
      if (call !== undefined) await client.send(call);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, (_, place) => caller(place)));
  return (performance.now() - start) / requests;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
