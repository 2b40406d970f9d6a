import { describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '../domain/calendar-event.js';
import { composeMail } from '../domain/notification-mail.js';
import { calendarPartOf } from './calendar-part.js';

const config = { publicUrl: 'https://mappe.example', mailFrom: 'Geschäftsstelle <mappe@imk.example>' };
const event: CalendarEvent = {
  method: 'REQUEST',
  key: 'session-1',
  sequence: 2,
  summary: '89. Sitzung AK II',
  description: 'IMK, 227. Sitzung, Frühjahr 2027\nHybrid',
  location: 'Fulda',
  status: 'CONFIRMED',
  startsOn: '2027-03-27',
  endsOn: '2027-03-28',
  path: '/sitzungen/1',
  changedAt: '2026-11-23T12:00:00.000Z',
};
const input = {
  notificationId: '01930000-0000-7000-8000-00000000000a',
  kind: 'session-invited',
  recordKind: 'session',
  recordId: '1',
  because: 'Sie zu AK II gehören',
  threadId: '1',
  recipient: { name: 'Jürgen Weiß', address: 'weiss@land.example' },
} as const;

const partOf = (calendarEvent: CalendarEvent | null, mailFrom = config.mailFrom): ReturnType<typeof calendarPartOf> =>
  calendarPartOf(composeMail({ ...input, calendarEvent }, config.publicUrl), { ...config, mailFrom });

describe('The calendar part of a mail', () => {
  it('reads like this for an invitation over the night on which the clocks change', () => {
    expect(partOf(event).icalEvent).toEqual({
      method: 'REQUEST',
      filename: 'sitzung.ics',
      content: `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Konferenzmappe//Konferenzmappe//DE
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
UID:session-1@mappe.example
SEQUENCE:2
DTSTAMP:20261123T120000Z
LAST-MODIFIED:20261123T120000Z
DTSTART;VALUE=DATE:20270327
DTEND;VALUE=DATE:20270329
SUMMARY:89. Sitzung AK II
DESCRIPTION:IMK\\, 227. Sitzung\\, Frühjahr 2027\\nHybrid
LOCATION:Fulda
URL:https://mappe.example/sitzungen/1
STATUS:CONFIRMED
TRANSP:OPAQUE
CLASS:CONFIDENTIAL
ORGANIZER;CN=Geschäftsstelle:mailto:mappe@imk.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP
 =FALSE;CN=Jürgen Weiß:mailto:weiss@land.example
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n'),
    });
  });

  it('takes a session out of the calendar, whatever it was before', () => {
    const { method, content = '' } = partOf({ ...event, method: 'CANCEL', sequence: 3 }).icalEvent ?? {};
    const wanted = /^(METHOD|UID|SEQUENCE|STATUS|TRANSP):/;
    expect([method, ...content.split('\r\n').filter((line) => wanted.test(line))]).toEqual([
      'CANCEL',
      'METHOD:CANCEL',
      'UID:session-1@mappe.example',
      'SEQUENCE:3',
      'STATUS:CANCELLED',
      'TRANSP:TRANSPARENT',
    ]);
  });

  it('runs over the turn of the year', () => {
    const { content } = partOf({ ...event, startsOn: '2026-12-31', endsOn: '2027-01-01' }).icalEvent ?? {};
    expect(content).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270102\r\n');
  });

  it.each([
    ['mappe@imk.example', 'ORGANIZER;CN=mappe@imk.example:mailto:mappe@imk.example'],
    ['<mappe@imk.example>', 'ORGANIZER;CN=mappe@imk.example:mailto:mappe@imk.example'],
    ['"Mappe, Büro" <mappe@imk.example>', 'ORGANIZER;CN="Mappe, Büro":mailto:mappe@imk.example'],
  ])('comes from the sender of the mail: %s', (mailFrom, expected) => {
    expect(partOf(event, mailFrom).icalEvent?.content).toContain(`\r\n${expected}\r\n`);
  });

  it('is in no mail about anything else', () => {
    expect(partOf(null)).toEqual({});
  });
});
