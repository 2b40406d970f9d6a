import type { Minutes } from './minutes.js';

export interface MinutesAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  /** Everybody with a part in the procedure; guests have none. */
  readonly all: readonly number[];
}

/** Before they are circulated the minutes are seen where they are written; afterwards by all, guests excepted. */
export function audienceOfMinutes(
  { circulatedAt }: Pick<Minutes, 'circulatedAt'>,
  { system, secretariat, chair, all }: MinutesAudienceCodes,
): readonly number[] {
  return circulatedAt === null ? [system, secretariat, chair] : all;
}

/** What the minutes say of a restricted topic is read by those of their readers alone who see the topic. */
export function audienceOfEntry(minutes: readonly number[], restrictedTo: readonly number[] | null): readonly number[] {
  return restrictedTo === null ? minutes : minutes.filter((code) => restrictedTo.includes(code));
}
