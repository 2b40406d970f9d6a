import type { WrittenProcedurePartsFragment } from '../generated/graphql.js';
import { endOfDay } from '../ui/format.js';
import type { Refusal } from '../ui/refusals.js';

const MINUTE = 60 * 1000;

/** The instant of a deadline as entered: the last second of its day, or the time of that day. Null without a day. */
export function deadlineOf(day: string, time: string): string | null {
  if (day === '') return null;
  const lastSecond = new Date(endOfDay(day)).getTime() - 999;
  if (time === '') return new Date(lastSecond).toISOString();
  const [hours = 0, minutes = 0] = time.split(/[:.]/).map(Number);
  return new Date(lastSecond + 1000 - (24 * 60 - (hours * 60 + minutes)) * MINUTE).toISOString();
}

type Terms = NonNullable<WrittenProcedurePartsFragment['termsNow']>;

/** What holds when no day is entered, and how it is counted. */
export function usualDeadlines(terms: Terms | null): string {
  if (terms === null) return 'Ohne Angabe gilt die übliche Frist, bei Eilbedürftigkeit die verkürzte.';
  return `Ohne Angabe gilt: ${terms.regularInWords}. Bei Eilbedürftigkeit: ${terms.urgentInWords}.`;
}

/** What is wrong with a deadline as entered, before it is sent. */
export function faultOfDeadline(day: string, time: string): Refusal | null {
  if (time === '') return null;
  if (!/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(time)) return fault('Bitte geben Sie die Uhrzeit an wie 12:00.', 'time');
  return day === '' ? fault('Bitte geben Sie auch den Tag an.', 'closesAt') : null;
}

function fault(message: string, field: string): Refusal {
  return { code: 'DEADLINE_UNCLEAR', message, field, details: null };
}
