import type { BodyCode, Capacity, PartyCode, SessionMode } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import { bodyNameIn } from './conference-profile.js';
import type { Conference } from './conference.js';
import { placeRefusal } from './conference-requirements.js';
import type { NamedRepresentative } from './participant.js';
import { textFaults } from './participant-requirements.js';
import { isOfWholeConference, type Session } from './session.js';
import { textFits } from './texts.js';

/** Where and when somebody asks a session to be, and what the calendar of the bodies says to it. */
export interface SessionPlan {
  /** The first leads. */
  readonly bodies: readonly BodyCode[];
  readonly number: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
  /** Those of its bodies that meet on one of these days already. */
  readonly busyBodies: readonly BodyCode[];
  readonly numberIsTaken: boolean;
  /** Those of its bodies that do not exist on all of these days. */
  readonly missingBodies: readonly BodyCode[];
}

export interface SessionActionInput {
  /** Who sits for a party from a day on. */
  readonly representative?: NamedRepresentative | undefined;
  readonly reason?: string | null | undefined;
  /** What the invitation says beyond day and place. */
  readonly note?: string | null | undefined;
}

interface Entry {
  readonly session: Session | null;
  readonly conference: Conference | null;
}

interface Asking {
  readonly today: string;
  readonly capacities: ReadonlySet<Capacity>;
  readonly ownParties: readonly PartyCode[];
  readonly plan: SessionPlan | null;
  readonly input: SessionActionInput | null;
}

type SessionRequirement = (entry: Entry, asking: Asking) => Refusal | readonly Refusal[] | null;

const HIGHEST_NUMBER = 9999;

function ofPlan(
  verdict: (plan: SessionPlan, conference: Conference, today: string) => Refusal | null,
): SessionRequirement {
  return ({ conference }, { plan, today }) =>
    plan === null || conference === null ? null : verdict(plan, conference, today);
}

const nameOf = (body: BodyCode | undefined, { names }: Conference): string =>
  body === undefined ? 'Das Gremium' : bodyNameIn(names, body);

export const namesBodiesOnce = ofPlan(({ bodies }) => {
  if (bodies.length === 0) {
    return { code: 'BODY_REQUIRED', message: 'Bitte wählen Sie, welches Gremium tagt.', field: 'body' };
  }
  if (new Set(bodies).size < bodies.length) {
    return { code: 'BODY_NAMED_TWICE', message: 'Ein Gremium ist zweimal genannt.', field: 'jointBodies' };
  }
  return bodies.length > 1 && bodies.some(isOfWholeConference)
    ? {
        code: 'NO_JOINT_SESSION',
        message: 'Gemeinsam tagen nur Arbeitskreise und ihre Gremien.',
        field: 'jointBodies',
      }
    : null;
});

export const bodiesExist = ofPlan(({ missingBodies, bodies }, conference) =>
  missingBodies.length === 0
    ? null
    : {
        code: 'UNKNOWN_BODY',
        message: `Das Gremium gibt es an diesen Tagen nicht: ${missingBodies.map((body) => nameOf(body, conference)).join(', ')}.`,
        field: missingBodies.some((body) => body === bodies[0]) ? 'body' : 'jointBodies',
      },
);

export const numberIsPlausible = ofPlan(({ number }) =>
  number === null || (Number.isInteger(number) && number >= 1 && number <= HIGHEST_NUMBER)
    ? null
    : {
        code: 'NUMBER_IMPLAUSIBLE',
        message: `Die Sitzungsnummer liegt zwischen 1 und ${HIGHEST_NUMBER}.`,
        field: 'number',
      },
);

export const freshNumber = ofPlan(({ number, numberIsTaken, bodies }, conference) =>
  numberIsTaken
    ? {
        code: 'NUMBER_TAKEN',
        message: `Die Nummer ${number} trägt schon eine andere Sitzung: ${nameOf(bodies[0], conference)}.`,
        field: 'number',
      }
    : null,
);

export const sessionDaysInOrder = ofPlan(({ startsOn, endsOn }) =>
  startsOn <= endsOn ? null : { code: 'ENDS_BEFORE_START', message: 'Das Ende liegt vor dem Beginn.', field: 'endsOn' },
);

const conferenceCancelled: Refusal = { code: 'CONFERENCE_CANCELLED', message: 'Die Konferenz ist abgesagt.' };

export const sessionNotOver: SessionRequirement = ({ conference }, { plan, today }) => {
  if (plan === null) {
    if (conference?.state === 'CANCELLED') return conferenceCancelled;
    const isOver = conference !== null && conference.endsOn < today;
    return isOver ? { code: 'CONFERENCE_OVER', message: 'Die Konferenz ist vorbei.' } : null;
  }
  if (conference?.state === 'CANCELLED') return conferenceCancelled;
  return plan.endsOn >= today || plan.endsOn < plan.startsOn
    ? null
    : { code: 'ALREADY_OVER', message: 'Eine Sitzung lässt sich nicht in der Vergangenheit planen.', field: 'endsOn' };
};

export const mainConferenceWithinItsDays = ofPlan(({ bodies, startsOn, endsOn }, conference) =>
  bodies[0] !== 'MAIN_CONFERENCE' || (startsOn >= conference.startsOn && endsOn <= conference.endsOn)
    ? null
    : {
        code: 'OUTSIDE_THE_CONFERENCE',
        message: `${nameOf('MAIN_CONFERENCE', conference)} tagt an den Tagen der Konferenz.`,
        field: 'startsOn',
        details: { startsOn: conference.startsOn, endsOn: conference.endsOn },
      },
);

/** Committees and the pre-conference meet before the main conference, at the latest on its days. */
export const preparesTheConference = ofPlan(({ bodies, endsOn }, conference) =>
  bodies[0] === 'MAIN_CONFERENCE' || endsOn <= conference.endsOn
    ? null
    : {
        code: 'AFTER_THE_CONFERENCE',
        message: `${nameOf(bodies[0], conference)} tagt vor dem Ende der Konferenz.`,
        field: 'endsOn',
        details: { endsOn: conference.endsOn },
      },
);

export const bodyIsFree = ofPlan(({ busyBodies }, conference) =>
  busyBodies.length > 0
    ? {
        code: 'BODY_ALREADY_MEETS',
        message: `An einem dieser Tage tagt schon: ${busyBodies.map((body) => nameOf(body, conference)).join(', ')}.`,
        field: 'startsOn',
      }
    : null,
);

export const sessionPlaceFits = ofPlan(({ place }) => placeRefusal(place));

export const givesReason: SessionRequirement = (_entry, { input }) => {
  if (input === null) return null;
  const reason = input.reason?.trim() ?? '';
  if (reason === '') return { code: 'REASON_REQUIRED', message: 'Bitte geben Sie einen Grund an.', field: 'reason' };
  return textFits('reason', 'Der Grund', reason);
};

export const noteFits: SessionRequirement = (_entry, { input }) =>
  textFits('note', 'Der Hinweis', input?.note?.trim() ?? '');

/** Nobody can come to a place that is not named; a video conference has none. */
export const knowsItsPlace: SessionRequirement = ({ session }) =>
  session === null || session.mode === 'VIDEO' || session.place !== null
    ? null
    : { code: 'PLACE_MISSING', message: 'Vor der Einladung wird der Ort der Sitzung festgelegt.', field: 'place' };

export const isStillToCome: SessionRequirement = ({ session }, { today }) =>
  session === null || session.endsOn >= today
    ? null
    : { code: 'ALREADY_OVER', message: 'Der Termin der Sitzung ist schon vorbei. Bitte verlegen Sie sie.' };

/** The chair of the conference opens the conference; a committee is led by a chair of its own. */
export const isChairedByWhoAsks: SessionRequirement = ({ session, conference }, { capacities }) => {
  if (session === null || conference === null) return null;
  const chair = isOfWholeConference(session.body) ? 'CHAIR' : 'COMMITTEE_CHAIR';
  if (capacities.has(chair)) return null;
  const message = `Die Sitzung leitet, wer den Vorsitz hat: ${nameOf(session.body, conference)}.`;
  return { code: 'NOT_ENTITLED', message, details: { by: [chair] } };
};

export const hasItsDay: SessionRequirement = ({ session }, { today }) =>
  session === null || session.startsOn <= today
    ? null
    : {
        code: 'NOT_YET',
        message: 'Eröffnet wird die Sitzung frühestens an ihrem ersten Tag.',
        details: { startsOn: session.startsOn },
      };

/** What was voted on in a session is determined in it: nobody can vote, and nothing be determined, once all have left. */
export const hasDeterminedItsBallots: SessionRequirement = ({ session }) =>
  session === null || session.pendingBallots === 0
    ? null
    : {
        code: 'BALLOT_PENDING',
        message: 'Zu mindestens einer Abstimmung ist das Ergebnis noch nicht festgestellt.',
      };

/** A coordinator names who sits for the own party alone. */
export const isForOwnParty: SessionRequirement = (_entry, { input, capacities, ownParties }) => {
  const named = input?.representative;
  if (named === undefined || capacities.has('SECRETARIAT') || ownParties.includes(named.party)) return null;
  return { code: 'NOT_OWN_PARTY', message: 'Sie sprechen nur für Ihr eigenes Land oder den Bund.', field: 'party' };
};

export const isOnADayOfTheSession: SessionRequirement = ({ session }, { input }) => {
  const named = input?.representative;
  if (named === undefined || session === null) return null;
  return named.day >= session.startsOn && named.day <= session.endsOn
    ? null
    : { code: 'NOT_A_DAY_OF_THE_SESSION', message: 'An diesem Tag wird nicht getagt.', field: 'day' };
};

export const namesRepresentative: SessionRequirement = (_entry, { input }) => {
  const named = input?.representative;
  if (named === undefined) return null;
  return [...textFaults('name', 'Der Name', named.name), ...textFaults('office', 'Das Amt', named.office)];
};
