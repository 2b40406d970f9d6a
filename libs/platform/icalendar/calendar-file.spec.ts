import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { convertIcsCalendar } from 'ts-ics';
import { BERLIN_TIME_ZONE } from './berlin-time-zone.js';
import { writeCalendar, type CalendarEntry } from './index.js';

const changedAt = new Date('2026-11-23T10:00:00.987Z');
const facts = {
  uid: 'session-1@mappe.example',
  sequence: 3,
  changedAt,
  summary: 'Sitzung AK II',
  description: null,
  location: null,
  url: 'https://mappe.example/sitzungen/1',
  status: 'CONFIRMED',
  takesTime: true,
} as const;
const days: CalendarEntry = { ...facts, startsOn: '2026-12-31', endsOn: '2027-01-01' };
const until = (endsAt: string, minutes = 30): CalendarEntry => ({ ...facts, endsAt: new Date(endsAt), minutes });
const written = (...entries: CalendarEntry[]): string => writeCalendar({ name: 'Konferenzmappe', entries });
const linesOf = (text: string): string[] => text.split('\r\n');
const timesIn = (text: string): string[] =>
  linesOf(text.slice(text.indexOf('BEGIN:VEVENT'))).filter((line) => /^DT(START|END)[;:]/.test(line));

describe('A calendar as a file', () => {
  it('reads like this', () => {
    expect(written({ ...days, location: 'Fulda', description: 'Ort; und, Art\nhybrid', remindsDaysBefore: 2 })).toBe(
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Konferenzmappe//Konferenzmappe//DE
CALSCALE:GREGORIAN
X-WR-CALNAME:Konferenzmappe
X-WR-TIMEZONE:Europe/Berlin
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VEVENT
UID:session-1@mappe.example
SEQUENCE:3
DTSTAMP:20261123T100000Z
LAST-MODIFIED:20261123T100000Z
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270102
SUMMARY:Sitzung AK II
DESCRIPTION:Ort\\; und\\, Art\\nhybrid
LOCATION:Fulda
URL:https://mappe.example/sitzungen/1
STATUS:CONFIRMED
TRANSP:OPAQUE
CLASS:CONFIDENTIAL
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Sitzung AK II
TRIGGER:-P2D
END:VALARM
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n'),
    );
  });

  it('is the same bytes each time', () => {
    expect(written(days, until('2026-10-25T11:00:00Z'))).toBe(written(days, until('2026-10-25T11:00:00Z')));
  });

  it('keeps its form whatever is put into it', () => {
    const odd = 'Ä; "B",\r\nBEGIN:VEVENT\nATTENDEE:mailto:x@y \\ ^ 😀'.repeat(5);
    const person = { name: odd, address: 'jw@mappe.example' };
    const entry = { ...days, summary: odd, description: odd, location: odd, organizer: person, attendee: person };
    const text = writeCalendar({ name: odd, entries: [entry, until('2026-10-25T11:00:00Z')] });
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2);
    expect(text.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(linesOf(text).filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // No character is broken in two where a line is folded.
    expect(Buffer.from(text).toString()).toBe(text);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(odd.replaceAll('\r', ''));
    expect(event?.getFirstProperty('attendee')?.getFirstParameter('cn')).toContain('BEGIN:VEVENT');
  });

  it('is understood by another implementation', () => {
    const { events, timezones } = convertIcsCalendar(undefined, written(days, until('2026-10-24T21:59:59Z')));
    expect(timezones?.map(({ id }) => id)).toEqual(['Europe/Berlin']);
    expect(events).toMatchObject([
      { uid: facts.uid, sequence: 3, start: { type: 'DATE' }, end: { date: new Date('2027-01-02T00:00:00Z') } },
      { start: { local: { timezone: 'Europe/Berlin' } }, end: { date: new Date('2026-10-24T21:59:59Z') } },
    ]);
  });

  it('names an instant by the clocks of Berlin, in summer and in winter', () => {
    expect(timesIn(written(until('2026-07-01T10:00:00Z'), until('2026-12-31T23:10:00Z')))).toEqual([
      'DTSTART;TZID=Europe/Berlin:20260701T113000',
      'DTEND;TZID=Europe/Berlin:20260701T120000',
      'DTSTART;TZID=Europe/Berlin:20261231T234000',
      'DTEND;TZID=Europe/Berlin:20270101T001000',
    ]);
  });

  it('leaves no doubt which of two equal hours is meant', () => {
    expect(timesIn(written(until('2026-10-25T00:30:00Z', 0), until('2026-10-25T01:30:00Z', 0)))).toEqual([
      'DTSTART;TZID=Europe/Berlin:20261025T023000',
      'DTEND;TZID=Europe/Berlin:20261025T023000',
      'DTSTART:20261025T013000Z',
      'DTEND:20261025T013000Z',
    ]);
  });

  it('tells a mail program what to do, and has no zone where only days count', () => {
    const text = writeCalendar({ name: '', method: 'CANCEL', entries: [{ ...days, status: 'CANCELLED' }] });
    expect(linesOf(text).slice(0, 6)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Konferenzmappe//Konferenzmappe//DE',
      'CALSCALE:GREGORIAN',
      'METHOD:CANCEL',
      'BEGIN:VEVENT',
    ]);
    expect(text).toContain('\r\nSTATUS:CANCELLED\r\n');
  });
});

describe('The time zone it carries', () => {
  it('says the same as the database of time zones, on every Sunday on which clocks can change until 2040', () => {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(BERLIN_TIME_ZONE)));
    const differing: string[] = [];
    const firstSunday = DateTime.fromISO('2024-01-07', { zone: 'Europe/Berlin' });
    for (let day = firstSunday; day.year < 2041; day = day.plus({ weeks: 1 })) {
      if (day.month !== 3 && day.month !== 10) continue;
      // The hour from two to three is missing or there twice when clocks change.
      for (const hour of [0, 1, 3, 4, 23]) {
        const wall = day.set({ hour });
        const shown = zone.utcOffset(ICAL.Time.fromDateTimeString(wall.toFormat("yyyy-MM-dd'T'HH:mm:ss")));
        if (shown !== wall.offset * 60) differing.push(wall.toISO() ?? '');
      }
    }
    expect(differing).toEqual([]);
  });
});
