import type { BodyCode } from '#glossary';
import { committeesOf, type Minutes } from './minutes.js';

export interface MinutesAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  /** Everybody with a part in the procedure; guests have none. */
  readonly all: readonly number[];
  readonly parties: readonly number[];
  body(code: BodyCode): number;
  officers(code: BodyCode): number;
}

/**
 * Before they are circulated the minutes are seen where they are written; afterwards those of the conference by all, and
 * those of a committee by every party and the committee itself. Guests are excepted.
 */
export function audienceOfMinutes(
  minutes: Pick<Minutes, 'circulatedAt' | 'bodies'>,
  codes: MinutesAudienceCodes,
): readonly number[] {
  const { system, secretariat, chair, all, parties } = codes;
  const committees = committeesOf(minutes);
  const isCirculated = minutes.circulatedAt !== null;
  if (committees.length === 0) return isCirculated ? all : [system, secretariat, chair];
  const officers = committees.map((code) => codes.officers(code));
  if (!isCirculated) return [system, secretariat, ...officers];
  return [system, ...parties, ...committees.map((code) => codes.body(code)), ...officers, secretariat, chair];
}

/** What the minutes say of a restricted topic is read by those of their readers alone who see the topic. */
export function audienceOfEntry(minutes: readonly number[], restrictedTo: readonly number[] | null): readonly number[] {
  return restrictedTo === null ? minutes : minutes.filter((code) => restrictedTo.includes(code));
}
