import type { Refusal } from '#platform/lifecycle';

const LONGEST_REASON = 2000;

/** What is wrong about a reason that is to be given; it stays in the history for ever, so it is to be read as well. */
export function problemOfReason(reason: string): Refusal | null {
  if (reason === '') return { code: 'REASON_MISSING', message: 'Bitte nennen Sie den Grund.', field: 'reason' };
  return reason.length > LONGEST_REASON
    ? { code: 'REASON_TOO_LONG', message: `Der Grund hat höchstens ${LONGEST_REASON} Zeichen.`, field: 'reason' }
    : null;
}
