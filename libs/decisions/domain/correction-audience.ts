import type { Correction } from './correction.js';

export interface CorrectionAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  /** Who reads the resolution. */
  readonly resolution: readonly number[];
}

/** Until it is confirmed a correction is seen where it is decided on; then by all who read the resolution. */
export function audienceOfCorrection(
  { state }: Pick<Correction, 'state'>,
  { system, secretariat, chair, resolution }: CorrectionAudienceCodes,
): readonly number[] {
  return state === 'CONFIRMED' ? resolution : [system, secretariat, chair];
}
