import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { AgendaState, BallotState, TopicState } from '../generated/graphql.js';

type Tone = 'info' | 'success' | 'warning' | 'danger';

const topicTones: Readonly<Record<TopicState, Tone>> = {
  DRAFT: 'info',
  SUBMITTED: 'info',
  RETURNED: 'warning',
  ACCEPTED: 'info',
  IN_COMMITTEE: 'info',
  IN_PRE_CONFERENCE: 'info',
  IN_MAIN_CONFERENCE: 'info',
  IN_WRITTEN_PROCEDURE: 'info',
  CONCLUDED: 'success',
  DECIDED: 'success',
  MERGED: 'info',
  WITHDRAWN: 'danger',
};

/** The state in words; its colour only repeats what the words say. */
export function TopicStateBadge({ state, label }: { readonly state: TopicState; readonly label: string }) {
  return <KernBadge text={label} variant={topicTones[state]} />;
}

const ballotTones: Readonly<Record<BallotState, Tone>> = {
  OPEN: 'warning',
  CLOSED: 'info',
  DETERMINED: 'success',
  SUPERSEDED: 'info',
  DISSOLVED: 'info',
};

export function BallotStateBadge({ state, label }: { readonly state: BallotState; readonly label: string }) {
  return <KernBadge text={label} variant={ballotTones[state]} />;
}

export function AgendaStateBadge({ state, label }: { readonly state: AgendaState; readonly label: string }) {
  return <KernBadge text={label} variant={state === 'CLOSED' || state === 'APPROVED' ? 'success' : 'info'} />;
}
