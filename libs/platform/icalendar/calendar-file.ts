import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { ZONE } from '#platform/clock';
import { BERLIN_TIME_ZONE } from './berlin-time-zone.js';

interface CalendarParticipant {
  readonly name: string;
  readonly address: string;
}

interface EntryFacts {
  /** The same for the same thing for ever, whatever becomes of it. */
  readonly uid: string;
  /** Grows with every change; the greater one wins. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Whether whoever has it is taken to be busy. */
  readonly takesTime: boolean;
  /** Reminds so many days before; never, when it is left out. */
  readonly remindsDaysBefore?: number;
  readonly organizer?: CalendarParticipant;
  readonly attendee?: CalendarParticipant;
}

/** Whole days, both inclusive; or an instant at which something ends. */
export type CalendarEntry = EntryFacts &
  ({ readonly startsOn: string; readonly endsOn: string } | { readonly endsAt: Date; readonly minutes: number });

interface CalendarFile {
  readonly name: string;
  /** What the receiver of a mail is to do with it; a feed has none. */
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly entries: readonly CalendarEntry[];
}

const PRODUCT = '-//Konferenzmappe//Konferenzmappe//DE';
/** How often a program is asked to look for changes. */
const REFRESH = 'PT1H';

// The library does not count the blank with which a folded line goes on: 75 bytes are the most (RFC 5545 §3.1).
ICAL.foldLength = 74;

/** The file (RFC 5545): the same entries give the same bytes, whenever and wherever it is written. */
export function writeCalendar({ name, method, entries }: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', PRODUCT);
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  if (method === undefined) {
    calendar.updatePropertyWithValue('x-wr-calname', nameOf(name));
    calendar.updatePropertyWithValue('x-wr-timezone', ZONE);
    calendar.addProperty(new ICAL.Property(['refresh-interval', {}, 'duration', REFRESH]));
    calendar.updatePropertyWithValue('x-published-ttl', REFRESH);
  } else {
    calendar.updatePropertyWithValue('method', method);
  }
  if (entries.some((entry) => 'endsAt' in entry)) {
    calendar.addSubcomponent(new ICAL.Component(ICAL.parse(BERLIN_TIME_ZONE)));
  }
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  return `${calendar.toString()}\r\n`;
}

/** Nothing escapes what stands in extensions of others. */
function nameOf(name: string): string {
  return name.replaceAll(/[\\;,\r\n]/g, ' ');
}

function eventOf(entry: CalendarEntry): ICAL.Component {
  const { uid, sequence, changedAt, summary, description, location, url, status, takesTime } = entry;
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', uid);
  event.updatePropertyWithValue('sequence', sequence);
  event.updatePropertyWithValue('dtstamp', inUtc(changedAt));
  event.updatePropertyWithValue('last-modified', inUtc(changedAt));
  for (const property of timesOf(entry)) event.addProperty(property);
  event.updatePropertyWithValue('summary', plain(summary));
  if (description !== null) event.updatePropertyWithValue('description', plain(description));
  if (location !== null) event.updatePropertyWithValue('location', plain(location));
  event.updatePropertyWithValue('url', url);
  event.updatePropertyWithValue('status', status);
  event.updatePropertyWithValue('transp', takesTime ? 'OPAQUE' : 'TRANSPARENT');
  event.updatePropertyWithValue('class', 'CONFIDENTIAL');
  for (const property of peopleOf(entry)) event.addProperty(property);
  if (entry.remindsDaysBefore !== undefined) event.addSubcomponent(alarm(summary, entry.remindsDaysBefore));
  return event;
}

/** A carriage return alone would end a line of the file. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function inUtc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}

function timesOf(entry: CalendarEntry): readonly ICAL.Property[] {
  if ('startsOn' in entry) {
    const after = DateTime.fromISO(entry.endsOn, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
    return [
      new ICAL.Property(['dtstart', {}, 'date', entry.startsOn]),
      new ICAL.Property(['dtend', {}, 'date', after]),
    ];
  }
  const begins = new Date(entry.endsAt.getTime() - entry.minutes * 60_000);
  return [inBerlin('dtstart', begins), inBerlin('dtend', entry.endsAt)];
}

/**
 * The hour that Berlin has twice is meant as its first (RFC 5545 §3.3.5); the second one can only be named in UTC.
 */
function inBerlin(name: string, instant: Date): ICAL.Property {
  const local = DateTime.fromJSDate(instant, { zone: ZONE });
  const [first = local] = local.getPossibleOffsets();
  if (first.toMillis() !== instant.getTime()) {
    const utc = local.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
    return new ICAL.Property([name, {}, 'date-time', utc]);
  }
  return new ICAL.Property([name, { tzid: ZONE }, 'date-time', local.toFormat("yyyy-MM-dd'T'HH:mm:ss")]);
}

/** Nobody reads answers: the installation asks for none. */
function peopleOf({ organizer, attendee }: CalendarEntry): readonly ICAL.Property[] {
  const properties: ICAL.Property[] = [];
  if (organizer !== undefined) properties.push(personOf('organizer', organizer, {}));
  if (attendee !== undefined) {
    const part = { cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'FALSE' };
    properties.push(personOf('attendee', attendee, part));
  }
  return properties;
}

function personOf(
  name: string,
  person: CalendarParticipant,
  parameters: Readonly<Record<string, string>>,
): ICAL.Property {
  return new ICAL.Property([
    name,
    { ...parameters, cn: plain(person.name) },
    'cal-address',
    `mailto:${person.address}`,
  ]);
}

function alarm(text: string, days: number): ICAL.Component {
  const component = new ICAL.Component('valarm');
  component.updatePropertyWithValue('action', 'DISPLAY');
  component.updatePropertyWithValue('description', plain(text));
  component.addProperty(new ICAL.Property(['trigger', {}, 'duration', `-P${days}D`]));
  return component;
}
