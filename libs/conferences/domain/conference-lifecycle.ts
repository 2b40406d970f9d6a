import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle } from '#platform/lifecycle';
import * as change from './conference-change-requirements.js';
import type { ConferenceActionInput, ConferencePaper, Successor } from './conference-change-requirements.js';
import * as only from './conference-requirements.js';
import type { ConferencePlan } from './conference-requirements.js';
import { conferenceStateNames, type Conference, type ConferenceState } from './conference.js';
import type { Session } from './session.js';

/** The conference as the table sees it; before it is planned there is none. */
export interface ConferenceEntry {
  readonly state: ConferenceState | 'NEW';
  readonly conference: Conference | null;
  /** Of all its bodies, cancelled ones too. */
  readonly sessions: readonly Session[];
}

/** Plan, papers and input are null while only asking which actions are open. */
export interface ConferenceContext extends DecisionContext<Capacity> {
  /** Berlin day of `now`. */
  readonly today: string;
  /** The conference as it is to be: planned, moved or edited. */
  readonly conferencePlan: ConferencePlan | null;
  /** What other libraries keep for this conference. */
  readonly papers?: readonly ConferencePaper[];
  /** Where the topics of a cancelled conference go on. */
  readonly successor?: Successor | null;
  /** The conference on its new days, with all that hangs on the first of them: the calendar is asked outside. */
  readonly moved?: Conference | null;
  readonly input: ConferenceActionInput | null;
}

const offices = ['SECRETARIAT', 'CHAIR'] as const;

const soundPlan = [
  only.numberIsPlausible,
  only.freshNumber,
  only.freshCycle,
  only.daysInOrder,
  only.deadlinesInOrder,
] as const;

/** "<action> takes a conference from … to …, may be done by …, and only if …" */
const rows = {
  planConference: {
    from: ['NEW'],
    to: 'PLANNED',
    by: offices,
    requires: [
      ...soundPlan,
      only.notOver,
      only.withinItsYear,
      only.chairHoldsTheChair,
      only.placeFits,
      only.ownNameFits,
    ],
    emits: 'conference.planned',
  },
  /** A conference that was over before it could be planned here (Archiv). No person can add to the past. */
  importConference: {
    from: ['NEW'],
    to: 'PLANNED',
    by: ['SYSTEM'],
    requires: [...soundPlan, only.isOver, only.withinItsYear, only.chairHoldsTheChair, only.placeFits],
    emits: 'conference.imported',
  },
  /** Its deadlines and the sessions that hang on its first day move with it; who was invited is invited anew. */
  rescheduleConference: {
    from: ['PLANNED'],
    to: 'UNCHANGED',
    by: offices,
    requires: [
      change.givesReason,
      change.hasNotBegun,
      change.isNotOver,
      change.agendaIsNotApproved,
      change.namesOtherDays,
      only.freshCycle,
      only.daysInOrder,
      only.deadlinesInOrder,
      only.notOver,
      only.withinItsYear,
      change.committeesMeetBefore,
    ],
    emits: 'conference.rescheduled',
  },
  editConference: {
    from: ['PLANNED'],
    to: 'UNCHANGED',
    by: offices,
    requires: [
      change.isNotConcluded,
      change.isNotOver,
      only.numberIsPlausible,
      only.freshNumber,
      only.placeFits,
      only.ownNameFits,
    ],
    emits: 'conference.edited',
  },
  /** Terms were proposed, swapped or shortened. What was concluded under a chair keeps it. */
  followChairTerm: {
    from: ['PLANNED'],
    to: 'UNCHANGED',
    by: ['SYSTEM'],
    requires: [change.isNotConcluded, change.isNotOver],
    emits: 'conference.rechaired',
  },
  /** Its topics go on at a later conference; what has gone too far for that stands against it. */
  cancelConference: {
    from: ['PLANNED'],
    to: 'CANCELLED',
    by: offices,
    requires: [
      change.givesReason,
      change.hasNotBegun,
      change.isNotOver,
      change.agendaIsNotApproved,
      change.papersCanMoveOn,
      change.namesWhereTopicsGoOn,
    ],
    emits: 'conference.cancelled',
  },
} as const satisfies Lifecycle<ConferenceEntry, ConferenceState, Capacity, ConferenceContext>['rows'];

export type ConferenceAction = keyof typeof rows;

const labels: Readonly<Record<ConferenceAction, string>> = {
  planConference: 'Konferenz planen',
  importConference: 'Aus dem Archiv übernommen',
  rescheduleConference: 'Konferenz verlegen',
  editConference: 'Konferenz bearbeiten',
  followChairTerm: 'Vorsitz nach den Amtszeiten geändert',
  cancelConference: 'Konferenz absagen',
};

export const conferenceLifecycle: Lifecycle<ConferenceEntry, ConferenceState, Capacity, ConferenceContext> = {
  record: { kind: 'conference', label: 'Konferenz' },
  states: conferenceStateNames,
  capacities: capacityNames,
  requirements: { ...only, ...change },
  rows,
  labels,
};
