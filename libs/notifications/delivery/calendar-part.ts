import type { Config } from '#platform/config';
import { writeCalendar } from '#platform/icalendar';
import type { CalendarEvent } from '../domain/calendar-event.js';
import type { Mail } from '../domain/mail.js';

/** What nodemailer makes a part of the mail that calendars understand. */
interface CalendarPart {
  readonly icalEvent?: {
    readonly method: CalendarEvent['method'];
    readonly filename: string;
    readonly content: string;
  };
}

/** The meeting a mail is about, for the calendar of its recipient; nothing for any other mail. */
export function calendarPartOf(
  { calendarEvent, to }: Mail,
  config: Pick<Config, 'publicUrl' | 'mailFrom'>,
): CalendarPart {
  if (calendarEvent === undefined || calendarEvent === null) return {};
  const { method, key, path, changedAt, ...facts } = calendarEvent;
  const { publicUrl } = config;
  const content = writeCalendar({
    name: '',
    method,
    entries: [
      {
        ...facts,
        status: method === 'CANCEL' ? 'CANCELLED' : facts.status,
        uid: `${key}@${new URL(publicUrl).hostname}`,
        changedAt: new Date(changedAt),
        url: `${publicUrl}${path}`,
        takesTime: method === 'REQUEST',
        organizer: senderOf(config.mailFrom),
        attendee: to,
      },
    ],
  });
  return { icalEvent: { method, filename: 'sitzung.ics', content } };
}

/** "Konferenzmappe <mappe@example.org>", or the address alone. */
function senderOf(mailFrom: string): Mail['to'] {
  const [, name = '', address = mailFrom.trim()] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: name.replaceAll(/^"|"$/g, '') || address, address };
}
