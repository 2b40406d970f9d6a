import {
  factsOfConference,
  factsOfSession,
  type CalendarFacts,
  type DatedConference,
  type DatedSession,
} from '#conferences';
import { deadlineKindNames, type DeadlineKind } from '#glossary';
import { berlinDay, berlinTime, endOfBerlinDay } from '#platform/clock';
import type { CalendarEntry } from '#platform/icalendar';

/** What of a deadline a calendar shows: what kind of thing is due and when, never what it is about. */
export interface DatedDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly conferenceId: string;
  readonly dueAt: Date;
  readonly setAt: Date;
  readonly revision: number;
}

/** Before anything was ever noted: it changes nothing that a program sees. */
const LONG_AGO = new Date(0);

/** So long an entry for the hour of a deadline lasts, up to its instant. */
const MINUTES = 30;

export function entriesOfSessions(sessions: readonly DatedSession[], publicUrl: string): readonly CalendarEntry[] {
  return sessions.map(({ session, conference, changedAt }) =>
    entryOf(factsOfSession(session, conference), changedAt, publicUrl),
  );
}

export function entriesOfConferences(
  conferences: readonly DatedConference[],
  publicUrl: string,
): readonly CalendarEntry[] {
  return conferences.map(({ conference, changedAt }) => entryOf(factsOfConference(conference), changedAt, publicUrl));
}

/** A deadline that ends with its day stands on that day; any other up to its instant. Nobody is busy because of it. */
export function entriesOfDeadlines(deadlines: readonly DatedDeadline[], publicUrl: string): readonly CalendarEntry[] {
  return deadlines.map(({ id, kind, conferenceId, dueAt, setAt, revision }) => {
    const day = berlinDay(dueAt);
    const isWholeDay = endOfBerlinDay(day).getTime() === dueAt.getTime();
    return {
      uid: uidOf(`deadline-${id}`, publicUrl),
      sequence: revision,
      changedAt: setAt,
      summary: `Frist: ${deadlineKindNames[kind]}`,
      description: isWholeDay ? 'Bis zum Ende des Tages.' : `Bis ${berlinTime(dueAt)} Uhr.`,
      location: null,
      url: `${publicUrl}/fristen/${conferenceId}`,
      status: 'CONFIRMED',
      takesTime: false,
      ...(isWholeDay ? { startsOn: day, endsOn: day } : { endsAt: dueAt, minutes: MINUTES }),
    };
  });
}

function entryOf(facts: CalendarFacts, changedAt: Date | null, publicUrl: string): CalendarEntry {
  const { key, path, ...shown } = facts;
  return {
    ...shown,
    uid: uidOf(key, publicUrl),
    changedAt: changedAt ?? LONG_AGO,
    url: `${publicUrl}${path}`,
    takesTime: facts.status !== 'CANCELLED',
  };
}

function uidOf(key: string, publicUrl: string): string {
  return `${key}@${new URL(publicUrl).hostname}`;
}
