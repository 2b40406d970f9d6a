import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import * as only from './conference-requirements.js';
import type { ConferencePlan } from './conference-requirements.js';

export const conferenceStateNames = { PLANNED: 'Geplant' } as const;
export type ConferenceState = keyof typeof conferenceStateNames;
export type ConferenceAction = 'planConference' | 'importConference';

/** The conference as the table sees it; before it is planned there is none. */
export interface ConferenceEntry {
  readonly state: ConferenceState | 'NEW';
  readonly conference: Conference | null;
}

/** The plan is null while only asking which actions are open. */
export interface ConferenceContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  readonly conferencePlan: ConferencePlan | null;
}

export const conferenceLifecycle: Lifecycle<ConferenceEntry, ConferenceState, Capacity, ConferenceContext> = {
  record: { kind: 'conference', label: 'Konferenz' },
  states: conferenceStateNames,
  capacities: capacityNames,
  requirements: only,
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
    importConference: 'Aus dem Archiv übernommen',
  },
};
