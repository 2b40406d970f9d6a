/**
 * What a mail tells the calendar of its recipient of a meeting: when, where and who meets, never why. Kept with the
 * notification, so that each attempt to send it says the same.
 */
export interface CalendarEvent {
  /** CANCEL takes it out of the calendar again (RFC 5546). */
  readonly method: 'REQUEST' | 'CANCEL';
  /** Unique together with the name of the installation, and the same for ever. */
  readonly key: string;
  /** Grows with every change; calendars keep the greater one. */
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly startsOn: string;
  readonly endsOn: string;
  /** Where the web application shows it. */
  readonly path: string;
  /** ISO instant. */
  readonly changedAt: string;
}
