import type { CalendarEvent } from './calendar-event.js';

/** A mail as it goes out: plain text and HTML of the same words. */
export interface Mail {
  /** The same for every attempt, so that a mailbox that gets a mail twice can tell. */
  readonly messageId: string;
  /** What the mail belongs to; mail programs show everything about one record as a conversation. */
  readonly threadId: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one chooses what comes by mail (RFC 2369). */
  readonly preferencesUrl: string;
  /** The meeting it is about, for the calendar of the recipient. */
  readonly calendarEvent?: CalendarEvent | null;
}

export const PREFERENCES_PATH = '/benachrichtigungen/einstellungen';
export const FOOTER = 'Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.';

/** A `Message-ID` of this installation (RFC 5322 §3.6.4). */
export function mailIdOf(id: string, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`;
}
