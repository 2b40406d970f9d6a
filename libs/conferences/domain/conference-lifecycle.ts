import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import {
  chairHoldsTheChair,
  daysInOrder,
  deadlinesInOrder,
  freshCycle,
  freshNumber,
  notOver,
  numberIsPlausible,
  placeFits,
  withinItsYear,
  type ConferencePlan,
} from './conference-requirements.js';
import {
  bodyIsFree,
  mainConferenceWithinItsDays,
  preparesTheConference,
  sessionDaysInOrder,
  sessionNotOver,
  sessionPlaceFits,
  type SessionPlan,
} from './session-requirements.js';

export const conferenceStateNames = { PLANNED: 'Geplant' } as const;
export type ConferenceState = keyof typeof conferenceStateNames;
export type ConferenceAction = 'planConference' | 'planSession';

/** The conference as the table sees it; before it is planned there is none. */
export interface ConferenceEntry {
  readonly state: ConferenceState | 'NEW';
  readonly conference: Conference | null;
}

/** A plan is null while only asking which actions are open. */
export interface ConferenceContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  readonly conferencePlan: ConferencePlan | null;
  readonly sessionPlan: SessionPlan | null;
}

export const conferenceLifecycle: Lifecycle<ConferenceEntry, ConferenceState, Capacity, ConferenceContext> = {
  record: { kind: 'conference', label: 'Konferenz' },
  states: conferenceStateNames,
  capacities: capacityNames,
  rows: {
    planConference: {
      from: ['NEW'],
      to: 'PLANNED',
      by: ['SECRETARIAT', 'CHAIR'],
      requires: [
        numberIsPlausible,
        freshNumber,
        freshCycle,
        daysInOrder,
        deadlinesInOrder,
        notOver,
        withinItsYear,
        chairHoldsTheChair,
        placeFits,
      ],
      emits: 'conference.planned',
    },
    planSession: {
      from: ['PLANNED'],
      to: 'UNCHANGED',
      by: ['SECRETARIAT', 'CHAIR'],
      requires: [
        sessionDaysInOrder,
        sessionNotOver,
        mainConferenceWithinItsDays,
        preparesTheConference,
        bodyIsFree,
        sessionPlaceFits,
      ],
      emits: 'session.planned',
    },
  },
  labels: { planConference: 'Konferenz planen', planSession: 'Sitzung planen' },
};
