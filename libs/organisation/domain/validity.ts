/** From day to day in Berlin, both inclusive; null is open-ended. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** ISO days compare as text. */
export function isValidOn({ validFrom, validTo }: Validity, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
