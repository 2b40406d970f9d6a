import { berlinDay, endOfBerlinDay } from '#platform/clock';

/**
 * The time for objections ends with the session (domain.md §3); for what comes about later, at the end of the day on
 * which it does.
 */
export function endOfObjections(sessionEndsOn: string, proposedAt: Date): Date {
  const proposedOn = berlinDay(proposedAt);
  return endOfBerlinDay(sessionEndsOn > proposedOn ? sessionEndsOn : proposedOn);
}
