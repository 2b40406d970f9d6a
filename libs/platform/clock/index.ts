import { DateTime } from 'luxon';

/** The one source of "now". Domain code receives the instant as an argument and never asks for it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands where a specification puts it. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}

export const ZONE = 'Europe/Berlin';

/** ISO day (YYYY-MM-DD) on which the instant falls in Berlin. */
export function berlinDay(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** "23:59:59", or "12:00" at a full minute: the time of day in Berlin. */
export function berlinTime(instant: Date): string {
  const time = DateTime.fromJSDate(instant, { zone: ZONE });
  return time.toFormat(time.second === 0 ? 'HH:mm' : 'HH:mm:ss');
}

/** Instant at which the Berlin day begins (00:00). */
export function startOfBerlinDay(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).startOf('day').toJSDate();
}

/** Last second of the Berlin day (23:59:59): the instant at which a deadline of that day ends (domain.md §3). */
export function endOfBerlinDay(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).endOf('day').startOf('second').toJSDate();
}

/** The full hour of the Berlin day; where the clocks change at night, the same hour of the day by the wall clock. */
export function berlinHour(day: string, hour: number): Date {
  return DateTime.fromISO(day, { zone: ZONE }).set({ hour }).toJSDate();
}
