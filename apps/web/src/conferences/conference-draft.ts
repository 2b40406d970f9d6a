import { landCodes, type LandCode } from '#glossary';
import type { PlanConferenceInput, Season } from '../generated/graphql.js';
import type { Viewer } from '../session/session.js';
import { endOfDay } from '../ui/format.js';
import type { Refusal } from '../ui/refusals.js';

/** Everything the form holds, as it is typed. */
export interface ConferenceDraft {
  /** Of the conference of ministers; empty for that of the installation. */
  readonly profileCode: string;
  readonly name: string;
  readonly number: string;
  readonly season: Season | '';
  /** Null until somebody enters another year than that of the first day. */
  readonly year: string | null;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null until somebody chooses another Land than the one whose turn it is. */
  readonly chair: string | null;
  readonly registrationDeadline: string;
  readonly directRegistrationDeadline: string;
}

export const emptyConference: ConferenceDraft = {
  profileCode: '',
  name: '',
  number: '',
  season: '',
  year: null,
  place: '',
  startsOn: '',
  endsOn: '',
  chair: null,
  registrationDeadline: '',
  directRegistrationDeadline: '',
};

type Rotation = Pick<Viewer, 'today' | 'chair'>;

const yearIn = (day: string) => day.slice(0, 4);

export function yearOf({ year, startsOn }: ConferenceDraft, { today }: Rotation): string {
  return year ?? yearIn(startsOn || today);
}

/** Counted on from the Land that chairs today. Only a proposal: the server knows the terms as they were agreed. */
export function chairOf(draft: ConferenceDraft, rotation: Rotation): string {
  if (draft.chair !== null) return draft.chair;
  const turn = landCodes.indexOf(rotation.chair?.code as LandCode);
  const yearsOn = Number(yearIn(draft.startsOn || rotation.today)) - Number(yearIn(rotation.today));
  return (turn === -1 ? undefined : landCodes.at((turn + yearsOn) % landCodes.length)) ?? '';
}

export function inputOf(draft: ConferenceDraft, rotation: Rotation): PlanConferenceInput {
  const {
    profileCode,
    name,
    number,
    season,
    place,
    startsOn,
    endsOn,
    registrationDeadline,
    directRegistrationDeadline,
  } = draft;
  return {
    profileCode: profileCode === '' ? null : profileCode,
    name: name.trim() === '' ? null : name.trim(),
    number: number.trim() === '' ? null : Number(number),
    season: season as Season,
    year: Number(yearOf(draft, rotation)),
    place: place.trim() === '' ? null : place.trim(),
    startsOn,
    endsOn,
    chair: chairOf(draft, rotation),
    registrationDeadline: registrationDeadline === '' ? null : endOfDay(registrationDeadline),
    directRegistrationDeadline: directRegistrationDeadline === '' ? null : endOfDay(directRegistrationDeadline),
  };
}

const isWhole = (text: string) => /^\d{1,9}$/.test(text.trim());

const asking = (field: string, message: string): Refusal => ({ code: 'MISSING', message, field, details: null });

/** What the server could not even read; everything else it judges itself. */
export function unreadableIn(draft: ConferenceDraft, rotation: Rotation): readonly Refusal[] {
  const hints: readonly [boolean, Refusal][] = [
    [draft.season === '', asking('season', 'Bitte wählen Sie Frühjahr, Herbst oder Sondersitzung.')],
    [draft.startsOn === '', asking('startsOn', 'Bitte geben Sie den ersten Tag an.')],
    [draft.endsOn === '', asking('endsOn', 'Bitte geben Sie den letzten Tag an.')],
    [!isWhole(yearOf(draft, rotation)), asking('year', 'Bitte geben Sie das Jahr mit vier Ziffern an.')],
    [draft.number.trim() !== '' && !isWhole(draft.number), asking('number', 'Die Sitzungsnummer ist eine ganze Zahl.')],
    [chairOf(draft, rotation) === '', asking('chair', 'Bitte wählen Sie das Land, das den Vorsitz hat.')],
  ];
  return hints.filter(([isMissing]) => isMissing).map(([, hint]) => hint);
}
