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
  /** Milliseconds: the median of the rounds. With concurrency, elapsed time shared by its requests. */
  readonly ours: number;
  readonly plain: number;
  /** Plain time ÷ our time, each round against its neighbour: lower quartile, median, upper quartile. */
  readonly ratio: readonly [lower: number, median: number, upper: number];
}

type Times = readonly number[];

/** Both sides in turn, after warming up. */
export async function compare(ours: Side, plain: Side, plan: RoundPlan): Promise<Comparison> {
  for (const side of [ours, plain]) await timeOf(side, plan.warmUp, plan.concurrency);
  const sides = [ours, plain].map((side) => () => timeOf(side, plan.requestsPerRound, plan.concurrency));
  const [ourTimes = [], plainTimes = []] = await inTurn(sides, plan.rounds);
  return comparisonOf(ourTimes, plainTimes);
}

/** All sides in turn, each round beginning with another one, so that a busy moment of the machine hits all of them. */
export async function inTurn(sides: readonly (() => Promise<number>)[], rounds: number): Promise<readonly Times[]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const place = (round + turn) % sides.length;
      const measured = await sides[place]?.();
      if (measured !== undefined) times[place]?.push(measured);
    }
  }
  return times;
}

export function comparisonOf(ours: Times, plain: Times): Comparison {
  const ratios = ours.map((time, round) => (plain[round] ?? Number.NaN) / time);
  return {
    ours: quantile(ours, 0.5),
    plain: quantile(plain, 0.5),
    ratio: [quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)],
  };
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
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
  const callers = (): Promise<unknown> => Promise.all(Array.from({ length: concurrency }, (_, place) => caller(place)));
  return (await millisecondsOf(callers)) / requests;
}

function quantile(values: Times, part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A table for docs/performance.md: what is measured, on what, and beside what. */
export function printHead(...columns: readonly string[]): void {
  print(`| ${columns.join(' | ')} |`);
  print(`|${columns.map((_, place) => (place === 0 ? '---' : '--:')).join('|')}|`);
}

export function printLine(...cells: readonly string[]): void {
  print(`| ${cells.join(' | ')} |`);
}

/** "**0.85** (0.80–0.87)" */
export function ratioIn({ ratio: [lower, median, upper] }: Comparison): string {
  return `**${median.toFixed(2)}** (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}
