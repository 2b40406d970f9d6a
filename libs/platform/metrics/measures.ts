import { Counter, Histogram, Registry } from 'prom-client';

/**
 * What this process has counted since it began. Labels come from closed sets: names of jobs, fields of the schema, codes.
 * Never an id, an address or a word that somebody has written: whoever scrapes has no right to any content.
 */
export const counted = new Registry();

const PREFIX = 'konferenzmappe';

/** From a hundredth of a second to two minutes. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** The name is a plural noun; the convention of Prometheus adds "_total". */
export function counterOf<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
): Counter<Label> {
  return new Counter({ name: `${PREFIX}_${name}_total`, help, labelNames: [...labelNames], registers: [counted] });
}

/** The name says of what; "_seconds" is added. */
export function durationOf<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  buckets: readonly number[] = SECONDS,
): Histogram<Label> {
  const settings = { name: `${PREFIX}_${name}_seconds`, help, labelNames: [...labelNames], buckets: [...buckets] };
  return new Histogram({ ...settings, registers: [counted] });
}

/** Something that is not counted but looked up whenever somebody asks. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  /** One value for each combination of labels; none where nobody can tell at the moment. */
  read(): Promise<readonly Measured[]>;
}

export interface Measured {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export function nameOfReading({ name }: Pick<Reading, 'name'>): string {
  return `${PREFIX}_${name}`;
}
