import { landCodes } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import type { ConferenceNames, ProfileValues } from './conference-profile.js';

interface Asked {
  readonly values: ProfileValues | null;
  readonly code: string;
  readonly codeIsTaken: boolean;
}

type Faults = Refusal | readonly Refusal[] | null;
type ProfileRequirement = (entry: unknown, asked: Asked) => Faults;

const LONGEST_NAME = 200;
const MOST_WEEKS = 52;
const MOST_DAYS = 60;
const MOST_HOURS = 240;

function ofValues(verdict: (values: ProfileValues) => Faults): ProfileRequirement {
  return (_entry, { values }) => (values === null ? null : verdict(values));
}

export const codeFits: ProfileRequirement = (_entry, { code }) =>
  /^[A-Z][A-Z0-9-]{1,19}$/.test(code)
    ? null
    : {
        code: 'CODE_INVALID',
        message: 'Das Kürzel hat 2 bis 20 Zeichen: Großbuchstaben ohne Umlaute, Ziffern und Bindestriche.',
        field: 'code',
      };

export const freshCode: ProfileRequirement = (_entry, { code, codeIsTaken }) =>
  codeIsTaken ? { code: 'CODE_TAKEN', message: `Das Kürzel ${code} ist schon vergeben.`, field: 'code' } : null;

export const namesItself = ofValues(({ name }) => textFault('name', 'Der Name der Fachministerkonferenz', name));

const weekFields = [
  ['registrationWeeks', 'Anmeldung über die Arbeitskreise'],
  ['committeesFromWeeks', 'Beginn der Sitzungen der Arbeitskreise'],
  ['committeesToWeeks', 'Ende der Sitzungen der Arbeitskreise'],
  ['directRegistrationWeeks', 'Direkte Anmeldung'],
  ['agendaDraftWeeks', 'Entwurf der Tagesordnung'],
  ['preConferenceWeeks', 'Vorkonferenz'],
  ['finalPapersWeeks', 'Endgültige Unterlagen'],
] as const;

/** Each step of the schedule lies at or before the next one. */
export const scheduleInOrder = ofValues((values) => {
  const outside = weekFields.filter(([field]) => !isBetween(values[field], 0, MOST_WEEKS));
  if (outside.length > 0) {
    const message = `Wochen vor der Konferenz sind ganze Zahlen von 0 bis ${MOST_WEEKS}.`;
    return outside.map(([field]) => ({ code: 'WEEKS_IMPLAUSIBLE', message, field }));
  }
  return weekFields.flatMap(([field, name], index) => {
    const earlier = weekFields[index - 1];
    if (earlier === undefined || values[earlier[0]] >= values[field]) return [];
    const message = `In der falschen Reihenfolge: „${name}“ kommt nach „${earlier[1]}“, also weniger Wochen vorher.`;
    return [{ code: 'SCHEDULE_OUT_OF_ORDER', message, field }];
  });
});

const dayFields = ['commentFromDays', 'commentToDays', 'writtenProcedureUrgentDays', 'writtenProcedureDays'] as const;

export const workingDaysInOrder = ofValues((values) => {
  const outside = dayFields.filter((field) => !isBetween(values[field], 1, MOST_DAYS));
  if (outside.length > 0) {
    const message = `Arbeitstage sind ganze Zahlen von 1 bis ${MOST_DAYS}.`;
    return outside.map((field) => ({ code: 'DAYS_IMPLAUSIBLE', message, field }));
  }
  const faults: Refusal[] = [];
  if (values.commentFromDays > values.commentToDays) {
    const message = 'Die längste Stellungnahmefrist ist nicht kürzer als die kürzeste.';
    faults.push({ code: 'DAYS_OUT_OF_ORDER', message, field: 'commentToDays' });
  }
  if (values.writtenProcedureUrgentDays > values.writtenProcedureDays) {
    const message = 'Ein dringendes Verfahren dauert nicht länger als ein gewöhnliches.';
    faults.push({ code: 'DAYS_OUT_OF_ORDER', message, field: 'writtenProcedureUrgentDays' });
  }
  return faults;
});

/** None at all is possible: where procedures are tried out, silence may be seen to happen. */
export const leavesTimeToVote = ofValues(({ writtenProcedureLeavesHours: hours }) =>
  isBetween(hours, 0, MOST_HOURS)
    ? null
    : {
        code: 'HOURS_IMPLAUSIBLE',
        message: `Die Mindestdauer eines Umlaufverfahrens sind ganze Stunden von 0 bis ${MOST_HOURS}.`,
        field: 'writtenProcedureLeavesHours',
      },
);

/** Abstention alone adopts nothing, and more Länder than there are cannot say yes. */
export const minYesIsPossible = ofValues(({ minYes }) =>
  isBetween(minYes, 1, landCodes.length)
    ? null
    : {
        code: 'MIN_YES_IMPLAUSIBLE',
        message: `Mindestens 1 und höchstens ${landCodes.length} Länder müssen mit Ja stimmen.`,
        field: 'minYes',
      },
);

/** With the majority rule, no two contrary resolutions can both be adopted. */
export const majorityIsOne = ofValues(({ adoptionRule, minYes }) =>
  adoptionRule === 'UNANIMITY' || minYes * 2 > landCodes.length
    ? null
    : {
        code: 'NO_MAJORITY',
        message: `Eine Mehrheit sind mehr als die Hälfte der ${landCodes.length} Länder.`,
        field: 'minYes',
      },
);

const nameFields = [
  ['conference', 'Der volle Name'],
  ['conferenceGenitive', 'Der volle Name im Genitiv'],
  ['shortName', 'Die Abkürzung'],
  ['office', 'Der Name der Geschäftsstelle'],
  ['writtenProcedure', 'Der Name des Umlaufverfahrens'],
  ['writtenResolution', 'Der Name der im Umlauf gefassten Beschlüsse'],
] as const satisfies readonly (readonly [keyof ConferenceNames, string])[];

export const namesFit = ofValues(({ names }) => [
  ...nameFields.flatMap(([field, label]) => textFault(field, label, names[field]) ?? []),
  ...Object.values(names.bodies).flatMap((name = '') => textFault('bodies', 'Der Name eines Gremiums', name) ?? []),
  ...Object.values(names.lists).flatMap((name) => textFault('lists', 'Der Name einer Liste', name) ?? []),
]);

function textFault(field: string, label: string, text: string): Refusal | null {
  if (text.trim() === '') return { code: 'FIELD_REQUIRED', message: `${label} fehlt.`, field };
  const message = `${label} hat höchstens ${LONGEST_NAME} Zeichen.`;
  return text.length > LONGEST_NAME ? { code: 'FIELD_TOO_LONG', message, field } : null;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
