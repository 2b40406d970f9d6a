import { capacityNames, type Capacity } from '#glossary';
import { permit, type DecisionContext, type Lifecycle, type Refused } from '#platform/lifecycle';
import type { ConferenceProfile, ProfileValues } from './conference-profile.js';
import * as only from './conference-profile-requirements.js';

export const conferenceProfileStateNames = { IN_FORCE: 'In Kraft' } as const;
export type ConferenceProfileState = keyof typeof conferenceProfileStateNames;
export type ConferenceProfileAction = 'createConferenceProfile' | 'editConferenceProfile';

export interface ConferenceProfileEntry {
  readonly state: ConferenceProfileState | 'NEW';
}

/** What somebody enters; null while only asking which actions are open. */
export interface ConferenceProfileContext extends DecisionContext<Capacity> {
  readonly values: ProfileValues | null;
  readonly code: string;
  readonly codeIsTaken: boolean;
}

const soundValues = [
  only.namesItself,
  only.scheduleInOrder,
  only.workingDaysInOrder,
  only.leavesTimeToVote,
  only.minYesIsPossible,
  only.majorityIsOne,
  only.namesFit,
];

/** A changed profile counts for conferences planned and ballots opened afterwards. */
export const conferenceProfileLifecycle: Lifecycle<
  ConferenceProfileEntry,
  ConferenceProfileState,
  Capacity,
  ConferenceProfileContext
> = {
  record: { kind: 'conference-profile', label: 'Konferenzprofil' },
  states: conferenceProfileStateNames,
  capacities: capacityNames,
  requirements: only,
  rows: {
    createConferenceProfile: {
      from: ['NEW'],
      to: 'IN_FORCE',
      by: ['SECRETARIAT'],
      requires: [only.codeFits, only.freshCode, ...soundValues],
      emits: 'conferenceProfile.created',
    },
    editConferenceProfile: {
      from: ['IN_FORCE'],
      to: 'UNCHANGED',
      by: ['SECRETARIAT'],
      requires: soundValues,
      emits: 'conferenceProfile.edited',
    },
  },
  labels: {
    createConferenceProfile: 'Konferenzprofil anlegen',
    editConferenceProfile: 'Konferenzprofil bearbeiten',
  },
};

export interface AcceptedProfile {
  readonly ok: true;
  readonly profile: ConferenceProfile;
  readonly capacity: Capacity;
  readonly emits: string;
  /** What is different now, by field. */
  readonly changed: Readonly<Record<string, unknown>>;
}

/** The next profile, or every reason against it. `before` is null while it is created under `id`. */
export function decideOnProfile(
  before: ConferenceProfile | null,
  id: string,
  action: ConferenceProfileAction,
  context: ConferenceProfileContext & { readonly values: ProfileValues },
): AcceptedProfile | Refused {
  const state = before === null ? 'NEW' : 'IN_FORCE';
  const verdict = permit(conferenceProfileLifecycle, { state }, action, context);
  if (!verdict.ok) return verdict;
  const { values, code } = context;
  const { capacity, emits } = verdict;
  const profile = { ...values, id, code, revision: (before?.revision ?? 0) + 1 };
  return { ok: true, profile, capacity, emits, changed: before === null ? { code } : differences(before, values) };
}

function differences(before: ConferenceProfile, values: ProfileValues): Readonly<Record<string, unknown>> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  const changed = Object.entries(values).filter(([field, value]) => inOrder(known[field]) !== inOrder(value));
  return Object.fromEntries(changed);
}

/** Names that are kept come back in another order than they were entered in. */
function inOrder(value: unknown): string {
  const flat = (each: unknown): unknown =>
    typeof each === 'object' && each !== null
      ? Object.entries(each)
          .map(([key, inner]) => [key, flat(inner)])
          .sort()
      : each;
  return JSON.stringify(flat(value));
}
