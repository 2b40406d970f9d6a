import { capacityNames, sessionStateNames, type Capacity, type PartyCode, type SessionState } from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import type { Session } from './session.js';
import * as only from './session-requirements.js';
import type { SessionActionInput, SessionPlan } from './session-requirements.js';

/** The session as the table sees it; before it is planned there is none. */
export interface SessionEntry {
  readonly state: SessionState | 'NEW';
  readonly session: Session | null;
  readonly conference: Conference | null;
}

export interface SessionContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  /** Parties in whose name the actor speaks. */
  readonly ownParties: readonly PartyCode[];
  /** Where and when it is to take place; null while only asking which actions are open. */
  readonly plan: SessionPlan | null;
  /** What a person gives along; null while only asking which actions are open. */
  readonly input: SessionActionInput | null;
}

const planners = ['SECRETARIAT', 'CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'] as const;
const presiding = ['CHAIR', 'COMMITTEE_CHAIR'] as const;
const writers = ['SECRETARIAT', 'COMMITTEE_SECRETARY', 'CHAIR', 'COMMITTEE_CHAIR'] as const;

const soundPlan = [
  only.namesBodiesOnce,
  only.bodiesExist,
  only.numberIsPlausible,
  only.freshNumber,
  only.sessionDaysInOrder,
  only.sessionNotOver,
  only.mainConferenceWithinItsDays,
  only.preparesTheConference,
  only.bodyIsFree,
  only.sessionPlaceFits,
];

/** "<action> takes a session from … to …, may be done by …, and only if …" */
const rows = {
  planSession: { from: ['NEW'], to: 'PLANNED', by: planners, requires: soundPlan, emits: 'session.planned' },
  moveSession: [
    {
      from: ['PLANNED'],
      to: 'UNCHANGED',
      by: planners,
      requires: [only.givesReason, ...soundPlan],
      emits: 'session.moved',
    },
    /** Whoever was invited to another day is invited anew. */
    {
      from: ['INVITED'],
      to: 'PLANNED',
      by: planners,
      requires: [only.givesReason, ...soundPlan],
      emits: 'session.movedAfterInvitation',
    },
  ],
  inviteToSession: {
    from: ['PLANNED'],
    to: 'INVITED',
    by: ['SECRETARIAT', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'],
    requires: [only.knowsItsPlace, only.isStillToCome, only.noteFits],
    emits: 'session.invited',
  },
  openSession: {
    from: ['INVITED'],
    to: 'IN_PROGRESS',
    by: presiding,
    requires: [only.isChairedByWhoAsks, only.hasItsDay],
    emits: 'session.opened',
  },
  concludeSession: {
    from: ['IN_PROGRESS'],
    to: 'CONCLUDED',
    by: presiding,
    requires: [only.isChairedByWhoAsks, only.hasDeterminedItsBallots],
    emits: 'session.concluded',
  },
  /** Changes during the session are kept with their time; what was voted before stays with who sat there then. */
  nameRepresentative: {
    from: ['PLANNED', 'INVITED', 'IN_PROGRESS'],
    to: 'UNCHANGED',
    by: ['SECRETARIAT', 'PARTY_COORDINATOR'],
    requires: [only.isForOwnParty, only.isOnADayOfTheSession, only.namesRepresentative],
    emits: 'session.representativeNamed',
  },
  /** Once opened, a session is concluded, however early: what was decided in it stays. */
  cancelSession: [
    { from: ['PLANNED'], to: 'CANCELLED', by: planners, requires: [only.givesReason], emits: 'session.cancelled' },
    {
      from: ['INVITED'],
      to: 'CANCELLED',
      by: planners,
      requires: [only.givesReason],
      emits: 'session.cancelledAfterInvitation',
    },
  ],
  draftMinutes: {
    from: ['CONCLUDED'],
    to: 'MINUTES_DRAFT',
    by: [...writers, 'SYSTEM'],
    emits: 'session.minutesDrafted',
  },
  agreeMinutes: {
    from: ['MINUTES_DRAFT'],
    to: 'MINUTES_AGREED',
    by: [...writers, 'SYSTEM'],
    emits: 'session.minutesAgreed',
  },
} as const satisfies Lifecycle<SessionEntry, SessionState, Capacity, SessionContext>['rows'];

export type SessionAction = keyof typeof rows;

const labels: Readonly<Record<SessionAction, string>> = {
  planSession: 'Sitzung planen',
  moveSession: 'Sitzung verlegen',
  inviteToSession: 'Zur Sitzung einladen',
  openSession: 'Sitzung eröffnen',
  concludeSession: 'Sitzung schließen',
  nameRepresentative: 'Vertretung benennen',
  cancelSession: 'Sitzung absagen',
  draftMinutes: 'Niederschrift entwerfen',
  agreeMinutes: 'Niederschrift vereinbaren',
};

export const sessionLifecycle: Lifecycle<SessionEntry, SessionState, Capacity, SessionContext> = {
  record: { kind: 'session', label: 'Sitzung' },
  states: sessionStateNames,
  capacities: capacityNames,
  requirements: only,
  rows,
  labels,
};
