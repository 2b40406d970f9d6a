import type { Refusal } from '#platform/lifecycle';
import type { DeadLetter, DeadLetterContext } from './dead-letter.js';

type DeadLetterRequirement = (deadLetter: DeadLetter, context: DeadLetterContext) => Refusal | null;

const LONGEST_REASON = 2000;

/** What is set aside has no effect any more; whoever asks later must learn why. */
export const givesReason: DeadLetterRequirement = (_deadLetter, { input }) => {
  if (input === null) return null;
  const length = input.reason?.trim().length ?? 0;
  if (length === 0) return { code: 'REASON_REQUIRED', message: 'Bitte geben Sie einen Grund an.', field: 'reason' };
  const message = `Der Grund hat höchstens ${LONGEST_REASON} Zeichen.`;
  return length <= LONGEST_REASON ? null : { code: 'REASON_TOO_LONG', message, field: 'reason' };
};
