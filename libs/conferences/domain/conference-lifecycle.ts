import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import * as only from './conference-requirements.js';
import type { ConferencePlan } from './conference-requirements.js';
import * as onlySessions from './session-requirements.js';
import type { SessionPlan } from './session-requirements.js';

export const conferenceStateNames = { PLANNED: 'Geplant' } as const;
export type ConferenceState = keyof typeof conferenceStateNames;
export type ConferenceAction = 'planConference' | 'planSession' | 'importConference';

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
  requirements: { ...only, ...onlySessions },
  rows: {
    planConference: {
      from: ['NEW'],
      to: 'PLANNED',
      by: ['SECRETARIAT', 'CHAIR'],
      requires: [
        only.numberIsPlausible,
        only.freshNumber,
        only.freshCycle,
        only.daysInOrder,
        only.deadlinesInOrder,
        only.notOver,
        only.withinItsYear,
        only.chairHoldsTheChair,
        only.placeFits,
      ],
      emits: 'conference.planned',
    },
    planSession: {
      from: ['PLANNED'],
      to: 'UNCHANGED',
      by: ['SECRETARIAT', 'CHAIR'],
      requires: [
        onlySessions.sessionDaysInOrder,
        onlySessions.sessionNotOver,
        onlySessions.mainConferenceWithinItsDays,
        onlySessions.preparesTheConference,
        onlySessions.bodyIsFree,
        onlySessions.sessionPlaceFits,
      ],
      emits: 'session.planned',
    },
    /** A conference that was over before it could be planned here (Archiv). No person can add to the past. */
    importConference: {
      from: ['NEW'],
      to: 'PLANNED',
      by: ['SYSTEM'],
      requires: [
        only.numberIsPlausible,
        only.freshNumber,
        only.freshCycle,
        only.daysInOrder,
        only.deadlinesInOrder,
        only.isOver,
        only.withinItsYear,
        only.chairHoldsTheChair,
        only.placeFits,
      ],
      emits: 'conference.imported',
    },
  },
  labels: {
    planConference: 'Konferenz planen',
    planSession: 'Sitzung planen',
    importConference: 'Aus dem Archiv übernommen',
  },
};
