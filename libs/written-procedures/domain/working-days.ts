/** Whether an ISO day counts. The calendars of the Länder take the place of Monday to Friday once they are kept. */
export type IsWorkingDay = (day: string) => boolean;

const DAY = 24 * 60 * 60 * 1000;

export const isMondayToFriday: IsWorkingDay = (day) => {
  const weekday = new Date(noonOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The last of `count` working days after the given ISO day, which does not count itself. */
export function workingDaysAfter(day: string, count: number, isWorkingDay: IsWorkingDay = isMondayToFriday): string {
  let reached = day;
  let left = count;
  while (left > 0) {
    reached = new Date(noonOf(reached) + DAY).toISOString().slice(0, 10);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Days are counted in UTC, where each has 24 hours. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
