import { partyNames, seasonNames, type PartyCode, type Season } from '#glossary';
import type { Refusal } from '#platform/lifecycle';

/** What somebody asks to plan, and what the calendar of the conferences says to it. */
export interface ConferencePlan {
  readonly number: number | null;
  readonly season: Season;
  readonly name: string | null;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly chair: PartyCode;
  /** The Land whose chair term covers the first day; null when no term does. */
  readonly chairOfTerm: PartyCode | null;
  readonly numberIsTaken: boolean;
  readonly cycleIsTaken: boolean;
  /** Committee route first, then the direct route, both before the first day. */
  readonly deadlinesAreInOrder: boolean;
}

interface Planning {
  readonly today: string;
  readonly conferencePlan: ConferencePlan | null;
}

type PlanRequirement = (entry: unknown, context: Planning) => Refusal | null;

const HIGHEST_NUMBER = 9999;
export const LONGEST_PLACE = 200;

function ofPlan(verdict: (plan: ConferencePlan, today: string) => Refusal | null): PlanRequirement {
  return (_entry, { conferencePlan, today }) => (conferencePlan === null ? null : verdict(conferencePlan, today));
}

export const numberIsPlausible = ofPlan(({ number }) =>
  number === null || (Number.isInteger(number) && number >= 1 && number <= HIGHEST_NUMBER)
    ? null
    : {
        code: 'NUMBER_IMPLAUSIBLE',
        message: `Die Sitzungsnummer liegt zwischen 1 und ${HIGHEST_NUMBER}.`,
        field: 'number',
      },
);

export const freshNumber = ofPlan(({ number, numberIsTaken }) =>
  numberIsTaken
    ? { code: 'NUMBER_TAKEN', message: `Die Nummer ${number} trägt schon eine andere Konferenz.`, field: 'number' }
    : null,
);

/** Special sessions may be as many as needed. */
export const freshCycle = ofPlan(({ season, year, cycleIsTaken }) =>
  cycleIsTaken
    ? {
        code: 'CYCLE_ALREADY_PLANNED',
        message: `Die Konferenz ${seasonNames[season]} ${year} ist schon geplant.`,
        field: 'season',
      }
    : null,
);

export const daysInOrder = ofPlan(({ startsOn, endsOn }) =>
  startsOn <= endsOn ? null : { code: 'ENDS_BEFORE_START', message: 'Das Ende liegt vor dem Beginn.', field: 'endsOn' },
);

export const notOver = ofPlan(({ startsOn, endsOn }, today) =>
  endsOn >= today || endsOn < startsOn
    ? null
    : {
        code: 'ALREADY_OVER',
        message: 'Eine Konferenz lässt sich nicht in der Vergangenheit planen.',
        field: 'endsOn',
      },
);

export const isOver = ofPlan(({ endsOn }, today) =>
  endsOn < today
    ? null
    : { code: 'NOT_OVER', message: 'In das Archiv gehört nur eine Konferenz, die vorbei ist.', field: 'endsOn' },
);

export const deadlinesInOrder = ofPlan(({ deadlinesAreInOrder }) =>
  deadlinesAreInOrder
    ? null
    : {
        code: 'DEADLINES_OUT_OF_ORDER',
        message:
          'Die Fristen enden vor dem ersten Tag, die Anmeldung zu einer Sondersitzung spätestens mit ihr; die Anmeldung über die Arbeitskreise endet nicht nach der direkten.',
        field: 'registrationDeadline',
      },
);

export const withinItsYear = ofPlan(({ year, startsOn, endsOn }) => {
  if (yearOf(startsOn) !== year) {
    return { code: 'YEAR_MISMATCH', message: `Der Beginn liegt nicht im Jahr ${year}.`, field: 'startsOn' };
  }
  return yearOf(endsOn) === year || endsOn < startsOn
    ? null
    : { code: 'YEAR_MISMATCH', message: `Das Ende liegt nicht im Jahr ${year}.`, field: 'endsOn' };
});

export const chairHoldsTheChair = ofPlan(({ chair, chairOfTerm }) => {
  if (chair === 'BUND') {
    return { code: 'CHAIR_IS_NO_LAND', message: 'Den Vorsitz hat ein Land, nie der Bund.', field: 'chair' };
  }
  return chairOfTerm === null || chairOfTerm === chair
    ? null
    : {
        code: 'CHAIR_DIFFERS_FROM_TERM',
        message: `Am ersten Tag der Konferenz hat ${partyNames[chairOfTerm]} den Vorsitz.`,
        field: 'chair',
      };
});

export const placeFits = ofPlan(({ place }) => placeRefusal(place));

export function placeRefusal(place: string | null): Refusal | null {
  return place === null || place.length <= LONGEST_PLACE
    ? null
    : { code: 'PLACE_TOO_LONG', message: `Der Ort hat höchstens ${LONGEST_PLACE} Zeichen.`, field: 'place' };
}

export const ownNameFits = ofPlan(({ name }) =>
  name === null || name.length <= LONGEST_PLACE
    ? null
    : { code: 'NAME_TOO_LONG', message: `Der Name hat höchstens ${LONGEST_PLACE} Zeichen.`, field: 'name' },
);

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
