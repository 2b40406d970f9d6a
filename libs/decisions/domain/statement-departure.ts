import type { AgendaItemState, BodyCode, Outcome, TopicState } from '#glossary';

/** A topic where it stands now. */
interface StandingTopic {
  readonly state: TopicState;
  readonly conferenceId: string | null;
}

/** An item with the agenda it is on. */
export interface AwaitedItem {
  readonly state: AgendaItemState;
  readonly outcome: Outcome | null;
  readonly conferenceId: string;
  /** The bodies whose own agenda it is; none for the agenda of the main conference. */
  readonly bodies: readonly BodyCode[];
  /** Whether such a body has passed the topic on with its recommendation. */
  readonly isPassedOn: boolean;
}

/** Ends under which the topic goes on elsewhere, or nowhere. */
const undealtOutcomes: ReadonlySet<Outcome> = new Set([
  'POSTPONED',
  'REFERRED_BACK',
  'WITHDRAWN',
  'REMOVED',
  'TO_WRITTEN_PROCEDURE',
] as const);

const beforeConference: ReadonlySet<TopicState> = new Set([
  'IN_PRE_CONFERENCE',
  'IN_MAIN_CONFERENCE',
  'DECIDED',
] as const);
const withdrawnOrMerged: ReadonlySet<TopicState> = new Set(['WITHDRAWN', 'MERGED'] as const);
const elsewhere: ReadonlySet<TopicState> = new Set([
  'WITHDRAWN',
  'MERGED',
  'IN_COMMITTEE',
  'IN_WRITTEN_PROCEDURE',
] as const);

/** Whether the topic left before the item was dealt with; the agenda itself tells so a moment later. */
export function wasItemLeft(item: AwaitedItem, topic: StandingTopic): boolean {
  if (item.state === 'REMOVED') return true;
  if (item.outcome !== null) return undealtOutcomes.has(item.outcome);
  const isHere = topic.conferenceId === item.conferenceId;
  if (item.bodies.length === 0) return !isHere || !beforeConference.has(topic.state);
  if (item.isPassedOn) return false;
  const gone = item.bodies.includes('PRE_CONFERENCE') ? elsewhere : withdrawnOrMerged;
  return !isHere || gone.has(topic.state);
}

/** A vote in writing leads to a decision, or to none when the topic is taken back from it. */
export function wasVoteLeft({ state }: Pick<StandingTopic, 'state'>, ballot: string | undefined): boolean {
  return state === 'DECIDED' ? ballot !== 'DETERMINED' : state !== 'IN_WRITTEN_PROCEDURE';
}
