import { shortNameOf, type BodyCode, type SessionMode } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import { placeRefusal } from './conference-requirements.js';

/** What somebody asks to plan, and whether the body already meets on one of these days. */
export interface SessionPlan {
  readonly body: BodyCode;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
  readonly bodyMeetsThen: boolean;
}

interface PlannedConference {
  readonly conference: Conference | null;
}

interface Planning {
  readonly today: string;
  readonly sessionPlan: SessionPlan | null;
}

type PlanRequirement = (entry: PlannedConference, context: Planning) => Refusal | null;

function ofPlan(
  verdict: (plan: SessionPlan, conference: Conference, today: string) => Refusal | null,
): PlanRequirement {
  return ({ conference }, { sessionPlan, today }) =>
    sessionPlan === null || conference === null ? null : verdict(sessionPlan, conference, today);
}

export const sessionDaysInOrder = ofPlan(({ startsOn, endsOn }) =>
  startsOn <= endsOn ? null : { code: 'ENDS_BEFORE_START', message: 'Das Ende liegt vor dem Beginn.', field: 'endsOn' },
);

export const sessionNotOver = ofPlan(({ startsOn, endsOn }, _conference, today) =>
  endsOn >= today || endsOn < startsOn
    ? null
    : { code: 'ALREADY_OVER', message: 'Eine Sitzung lässt sich nicht in der Vergangenheit planen.', field: 'endsOn' },
);

export const mainConferenceWithinItsDays = ofPlan(({ body, startsOn, endsOn }, conference) =>
  body !== 'MAIN_CONFERENCE' || (startsOn >= conference.startsOn && endsOn <= conference.endsOn)
    ? null
    : {
        code: 'OUTSIDE_THE_CONFERENCE',
        message: 'Die Hauptkonferenz tagt an den Tagen der Konferenz.',
        field: 'startsOn',
        details: { startsOn: conference.startsOn, endsOn: conference.endsOn },
      },
);

/** Committees and the pre-conference meet before the main conference, at the latest on its days. */
export const preparesTheConference = ofPlan(({ body, endsOn }, conference) =>
  body === 'MAIN_CONFERENCE' || endsOn <= conference.endsOn
    ? null
    : {
        code: 'AFTER_THE_CONFERENCE',
        message: `${shortNameOf(body)} tagt vor dem Ende der Konferenz.`,
        field: 'endsOn',
        details: { endsOn: conference.endsOn },
      },
);

export const bodyIsFree = ofPlan(({ body, bodyMeetsThen }) =>
  bodyMeetsThen
    ? {
        code: 'BODY_ALREADY_MEETS',
        message: `${shortNameOf(body)} tagt an einem dieser Tage schon.`,
        field: 'startsOn',
      }
    : null,
);

export const sessionPlaceFits = ofPlan(({ place }) => placeRefusal(place));
