import { agendaStateNames, capacityNames, type AgendaState, type Capacity } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import * as only from './agenda-requirements.js';
import type { Agenda, AgendaContext } from './agenda.js';
import * as consent from './consent-list-requirements.js';

/** A committee's agenda is in the hands of its own secretary and chair; `contextOf` says whose agenda it is. */
const office = ['SECRETARIAT', 'COMMITTEE_SECRETARY'] as const;
const chair = ['CHAIR', 'COMMITTEE_CHAIR'] as const;
const leading = ['SECRETARIAT', 'CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'] as const;

const onceCirculated = ['CIRCULATED', 'REVIEWED', 'FINAL', 'APPROVED'] as const;
const untilApproved = ['DRAFT', ...onceCirculated] as const;

const moved = [
  only.namesPlacedItem,
  only.keepsTextsShort,
  only.namesPositionInGroup,
  only.keepsFiresideApart,
  consent.movesOntoConsentListByRule,
  consent.leavesClosedConsentListAsItIs,
] as const;
const removed = [
  only.namesPlacedItem,
  only.keepsTextsShort,
  consent.leavesClosedConsentListAsItIs,
  only.givesReason,
] as const;
const complete = [only.leavesNoTopicUnexplained, only.leavesNoItemUncirculated] as const;
const agreed = [
  only.namesPlacedItem,
  only.keepsTextsShort,
  consent.isNotOnConsentList,
  consent.consentListIsOpen,
  consent.isAgreedByAll,
] as const;

/**
 * "<action> takes an agenda from … to …, may be done by …, and only if …" (domain.md §4)
 * Topics are collected until somebody orders them by hand; from then on it is a draft. The system removes what has been
 * withdrawn.
 */
const rows = {
  compileAgenda: [
    { from: ['NEW'], to: 'COLLECTING', by: office, emits: 'agenda.compiled' },
    {
      from: ['COLLECTING', 'DRAFT', 'CIRCULATED', 'REVIEWED', 'FINAL'],
      to: 'UNCHANGED',
      by: office,
      emits: 'agenda.compiled',
    },
  ],
  moveAgendaItem: [
    {
      from: ['COLLECTING'],
      to: 'DRAFT',
      by: leading,
      requires: moved,
      emits: 'agenda.itemMoved',
    },
    {
      from: untilApproved,
      to: 'UNCHANGED',
      by: leading,
      requires: [...moved, only.givesReasonOnceCirculated],
      emits: 'agenda.itemMoved',
    },
  ],
  putItemOnConsentList: [
    { from: ['COLLECTING'], to: 'DRAFT', by: leading, requires: agreed, emits: 'agenda.itemAgreed' },
    {
      from: untilApproved,
      to: 'UNCHANGED',
      by: leading,
      requires: [...agreed, only.givesReasonOnceCirculated],
      emits: 'agenda.itemAgreed',
    },
  ],
  /** Any party, the Bund among them, without having to say why, until the block is voted on. */
  pullItemOffConsentList: {
    from: onceCirculated,
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.namesPlacedItem,
      only.keepsTextsShort,
      consent.isOnConsentList,
      consent.consentListIsOpen,
      consent.actsForOwnParty,
    ],
    emits: 'agenda.itemPulledOff',
  },
  removeAgendaItem: [
    {
      from: ['COLLECTING'],
      to: 'DRAFT',
      by: leading,
      requires: removed,
      emits: 'agenda.itemRemoved',
    },
    {
      from: untilApproved,
      to: 'UNCHANGED',
      by: leading,
      requires: removed,
      emits: 'agenda.itemRemoved',
    },
    {
      from: ['COLLECTING', ...untilApproved],
      to: 'UNCHANGED',
      by: ['SYSTEM'],
      requires: [only.namesPlacedItem, only.givesReason],
      emits: 'agenda.itemRemoved',
    },
  ],
  circulateAgenda: {
    from: ['COLLECTING', 'DRAFT'],
    to: 'CIRCULATED',
    by: office,
    requires: [only.hasItems],
    emits: 'agenda.circulated',
  },
  explainMissingTopic: {
    from: ['COLLECTING', 'DRAFT', 'CIRCULATED', 'REVIEWED', 'FINAL'],
    to: 'UNCHANGED',
    by: office,
    requires: [only.isIncomplete, only.namesMissingTopic, only.givesExplanation, only.keepsTextsShort],
    emits: 'agenda.topicExplained',
  },
  circulateSupplement: {
    from: ['CIRCULATED', 'REVIEWED', 'FINAL'],
    to: 'UNCHANGED',
    by: office,
    requires: [only.hasLateItems],
    emits: 'agenda.supplementCirculated',
  },
  reviewAgenda: {
    from: ['CIRCULATED'],
    to: 'REVIEWED',
    by: leading,
    requires: [only.isOfMainConference],
    emits: 'agenda.reviewed',
  },
  finaliseAgenda: [
    { from: ['REVIEWED'], to: 'FINAL', by: office, requires: complete, emits: 'agenda.finalised' },
    {
      from: ['CIRCULATED'],
      to: 'FINAL',
      by: office,
      requires: [only.needsNoReview, ...complete],
      emits: 'agenda.finalised',
    },
  ],
  approveAgenda: {
    from: ['FINAL'],
    to: 'APPROVED',
    by: chair,
    requires: [only.leavesNoItemUncirculated],
    emits: 'agenda.approved',
  },
  closeAgenda: {
    from: ['APPROVED'],
    to: 'CLOSED',
    by: leading,
    requires: [only.leavesNoItemUndecided],
    emits: 'agenda.closed',
  },
} as const satisfies Lifecycle<Agenda, AgendaState, Capacity, AgendaContext>['rows'];

export type AgendaAction = keyof typeof rows;

const labels: Readonly<Record<AgendaAction, string>> = {
  compileAgenda: 'Tagesordnung zusammenstellen',
  moveAgendaItem: 'Punkt verschieben',
  putItemOnConsentList: 'Auf die Grüne Liste setzen',
  pullItemOffConsentList: 'Von der Grünen Liste nehmen',
  removeAgendaItem: 'Punkt absetzen',
  circulateAgenda: 'Tagesordnung versenden',
  explainMissingTopic: 'Fehlendes Thema erläutern',
  circulateSupplement: 'Nachtrag versenden',
  reviewAgenda: 'Prüfung der Vorkonferenz vermerken',
  finaliseAgenda: 'Endgültige Tagesordnung feststellen',
  approveAgenda: 'Tagesordnung genehmigen',
  closeAgenda: 'Tagesordnung abschließen',
};

export const agendaLifecycle: Lifecycle<Agenda, AgendaState, Capacity, AgendaContext> = {
  record: { kind: 'agenda', label: 'Tagesordnung' },
  states: agendaStateNames,
  capacities: capacityNames,
  rows,
  requirements: { ...only, ...consent },
  labels,
};

const { moveAgendaItem, putItemOnConsentList, pullItemOffConsentList, removeAgendaItem } = rows;

/** The actions that stand beside each item. */
export const agendaItemLifecycle: typeof agendaLifecycle = {
  ...agendaLifecycle,
  rows: { moveAgendaItem, putItemOnConsentList, pullItemOffConsentList, removeAgendaItem },
};
