import {
  adoptionRuleNames,
  discussionDemandNames,
  holidayRuleNames,
  scheduleUnitNames,
  silenceRuleNames,
} from '#glossary';
import type { CreateConferenceProfileInput, ProfilePartsFragment } from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';
import type { Refusal } from '../ui/refusals.js';

/** Everything the form holds, as it is typed, by the name of the input; names of bodies and lists by their code. */
export type ProfileDraft = Readonly<Record<string, string>>;

interface ProfileField {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly Choice[];
  readonly isNumber?: boolean;
}

const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const counted = (name: string, label: string): ProfileField => ({ name, label, isNumber: true });

export const scheduleFields: readonly ProfileField[] = [
  counted('registrationWeeks', 'Anmeldung über die Arbeitskreise'),
  counted('committeesFromWeeks', 'Beginn der Sitzungen der Arbeitskreise'),
  counted('committeesToWeeks', 'Ende der Sitzungen der Arbeitskreise'),
  counted('directRegistrationWeeks', 'Direkte Anmeldung'),
  counted('agendaDraftWeeks', 'Entwurf der Tagesordnung'),
  counted('preConferenceWeeks', 'Vorkonferenz'),
  counted('finalPapersWeeks', 'Endgültige Unterlagen'),
  {
    name: 'specialScheduleUnit',
    label: 'Bei Sondersitzungen zählen diese Angaben als',
    choices: choicesOf(scheduleUnitNames),
  },
];

export const dayFields: readonly ProfileField[] = [
  counted('commentFromDays', 'Stellungnahme mindestens'),
  counted('commentToDays', 'Stellungnahme höchstens'),
  counted('writtenProcedureDays', 'Umlaufverfahren'),
  counted('writtenProcedureUrgentDays', 'Dringendes Umlaufverfahren'),
];

export const holidayFields: readonly ProfileField[] = [
  { name: 'holidayRule', label: 'Für alle Länder gemeinsam', choices: choicesOf(holidayRuleNames) },
];

export const hourFields: readonly ProfileField[] = [
  counted('writtenProcedureLeavesHours', 'Ein Umlaufverfahren läuft mindestens (Stunden)'),
];

export const ruleFields: readonly ProfileField[] = [
  { name: 'adoptionRule', label: 'Beschlossen wird mit', choices: choicesOf(adoptionRuleNames) },
  counted('minYes', 'Mindestzahl der Ja-Stimmen'),
  {
    name: 'silenceRule',
    label: 'Wer in der Sitzung nicht abstimmt',
    choices: choicesOf(silenceRuleNames),
  },
  {
    name: 'writtenProcedureSilenceRule',
    label: 'Wer im Umlaufverfahren nicht abstimmt',
    choices: choicesOf(silenceRuleNames),
  },
  {
    name: 'mayDemandDiscussion',
    label: 'Aussprache statt Umlaufverfahren verlangt',
    choices: choicesOf(discussionDemandNames),
  },
];

export const nameFields: readonly ProfileField[] = [
  { name: 'conference', label: 'Voller Name' },
  { name: 'conferenceGenitive', label: 'Voller Name nach „der“' },
  { name: 'shortName', label: 'Abkürzung' },
  { name: 'office', label: 'Name der Geschäftsstelle' },
  { name: 'writtenProcedure', label: 'Name des Umlaufverfahrens' },
  { name: 'writtenResolution', label: 'Name der im Umlauf gefassten Beschlüsse' },
];

const valueFields = [...scheduleFields, ...dayFields, ...holidayFields, ...hourFields, ...ruleFields];

/** What the form begins with; a new profile begins as a copy of the installation's own, without its names. */
export function draftFrom(profile: ProfilePartsFragment, isNew: boolean): ProfileDraft {
  const known: Readonly<Record<string, unknown>> = { ...profile, ...profile.names };
  const entries = [...valueFields, ...nameFields].map(({ name }) => [name, String(known[name] ?? '')]);
  const coded = [...profile.names.bodies, ...profile.names.lists].map(({ code, name }) => [`name ${code}`, name]);
  const cleared = isNew ? ['conference', 'conferenceGenitive', 'shortName'].map((name) => [name, '']) : [];
  const own = isNew ? { code: '', name: '' } : { code: profile.code, name: profile.name };
  return { ...Object.fromEntries([...entries, ...coded, ...cleared]), ...own };
}

export function inputFrom(draft: ProfileDraft, { names }: ProfilePartsFragment): CreateConferenceProfileInput {
  const values = valueFields.map(({ name, isNumber }) => [name, isNumber ? Number(draft[name]) : draft[name]]);
  const texts = nameFields.map(({ name }) => [name, draft[name]]);
  const named = ({ code }: { readonly code: string }) => ({ code, name: draft[`name ${code}`] ?? '' });
  const own = { code: draft['code']?.trim(), name: draft['name'] };
  return {
    ...own,
    ...Object.fromEntries(values),
    names: { ...Object.fromEntries(texts), bodies: names.bodies.map(named), lists: names.lists.map(named) },
  } as CreateConferenceProfileInput;
}

/** What the server could not even read: numbers that are none. */
export function unreadableIn(draft: ProfileDraft): readonly Refusal[] {
  return valueFields
    .filter(({ name, isNumber }) => isNumber && !/^\d{1,4}$/.test((draft[name] ?? '').trim()))
    .map(({ name, label }) => ({
      code: 'MISSING',
      message: `„${label}“ ist eine ganze Zahl.`,
      field: name,
      details: null,
    }));
}
