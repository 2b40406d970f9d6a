import {
  capacityNames,
  participantStateNames,
  type Attendance,
  type Capacity,
  type ParticipantState,
  type PartyCode,
} from '#glossary';
import {
  availableActions,
  permit,
  type ActionAvailability,
  type DecisionContext,
  type Lifecycle,
  type Refused,
} from '#platform/lifecycle';
import type { AnnouncedParticipant, Participant } from './participant.js';
import * as only from './participant-requirements.js';
import type { Session } from './session.js';

export interface ParticipantEntry {
  readonly state: ParticipantState | 'NEW';
  readonly participant: Participant | null;
  readonly session: Session;
}

export interface ParticipantContext extends DecisionContext<Capacity> {
  /** Parties in whose name the actor speaks. */
  readonly ownParties: readonly PartyCode[];
  /** Null while only asking which actions are open. */
  readonly announced: AnnouncedParticipant | null;
  readonly attendance: Attendance | null;
  /** Participants of the session that are not withdrawn, as far as they may collide with the announced one. */
  readonly others: readonly Participant[];
}

const announcing = ['SECRETARIAT', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR', 'PARTY_COORDINATOR'] as const;

const rows = {
  announceParticipant: {
    from: ['NEW'],
    to: 'ANNOUNCED',
    by: announcing,
    requires: [
      only.sessionStillTakesPlace,
      only.namesSomebody,
      only.isOfOwnParty,
      only.isNotAnnouncedYet,
      only.isOnlyHead,
    ],
    emits: 'participant.announced',
  },
  recordAttendance: {
    from: ['ANNOUNCED'],
    to: 'UNCHANGED',
    by: announcing,
    requires: [only.sessionHasBegun, only.isOfOwnParty],
    emits: 'participant.attendanceRecorded',
  },
  withdrawParticipant: {
    from: ['ANNOUNCED'],
    to: 'WITHDRAWN',
    by: announcing,
    requires: [only.sessionStillTakesPlace, only.isOfOwnParty],
    emits: 'participant.withdrawn',
  },
} as const satisfies Lifecycle<ParticipantEntry, ParticipantState, Capacity, ParticipantContext>['rows'];

export type ParticipantAction = keyof typeof rows;

export const participantLifecycle: Lifecycle<ParticipantEntry, ParticipantState, Capacity, ParticipantContext> = {
  record: { kind: 'participant', label: 'Teilnahme' },
  states: participantStateNames,
  capacities: capacityNames,
  requirements: only,
  rows,
  labels: {
    announceParticipant: 'Teilnahme anmelden',
    recordAttendance: 'Anwesenheit festhalten',
    withdrawParticipant: 'Teilnahme abmelden',
  },
};

export interface AcceptedParticipant {
  readonly ok: true;
  readonly participant: Participant;
  readonly capacity: Capacity;
  readonly emits: string;
}

/** The next participant, or every reason against it; before the first decision there is only an id. */
export function decideOnParticipant(
  before: Participant | { readonly id: string },
  session: Session,
  action: ParticipantAction,
  context: ParticipantContext,
): AcceptedParticipant | Refused {
  const participant = 'state' in before ? before : null;
  const verdict = permit(
    participantLifecycle,
    { state: participant?.state ?? 'NEW', participant, session },
    action,
    context,
  );
  if (!verdict.ok) return verdict;
  const { capacity, emits, to: state } = verdict;
  const next = participant === null ? newParticipant(before.id, session, context) : participant;
  const attendance = context.attendance ?? next.attendance;
  return { ok: true, participant: { ...next, attendance, state, revision: next.revision + 1 }, capacity, emits };
}

function newParticipant(id: string, { id: sessionId }: Session, { announced }: ParticipantContext): Participant {
  if (announced === null) throw new Error('Nobody was announced');
  const { name, office, party, body, role } = announced;
  const entered = { name: name.trim(), office: office?.trim() || null, party, body, role };
  return { id, sessionId, ...entered, attendance: 'EXPECTED', state: 'ANNOUNCED', revision: 0 };
}

export function actionsOnParticipant(
  participant: Participant,
  session: Session,
  context: ParticipantContext,
): readonly ActionAvailability[] {
  return availableActions(participantLifecycle, { state: participant.state, participant, session }, context);
}

/** Whether the actor may announce anybody for the session, and if not, why. */
export function announcingOf(session: Session, context: ParticipantContext): ActionAvailability {
  const verdict = permit(
    participantLifecycle,
    { state: 'NEW', participant: null, session },
    'announceParticipant',
    context,
  );
  const action = { action: 'announceParticipant', label: participantLifecycle.labels['announceParticipant'] ?? '' };
  if (!verdict.ok) return { ...action, available: false, refusals: verdict.refusals };
  return { ...action, available: true, capacity: capacityNames[verdict.capacity], refusals: [] };
}
