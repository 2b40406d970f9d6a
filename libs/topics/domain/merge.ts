import type { Capacity, TopicMergeState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { Topic } from './topic.js';

/** Which of the two topics somebody speaks for: the one that ends, or the one that goes on. */
export type MergeSide = 'TOPIC' | 'SURVIVOR';

/** The agreement to go on with one topic in place of two. It needs the consent of both registrants. */
export interface TopicMerge {
  readonly id: string;
  readonly state: TopicMergeState;
  readonly topicId: string;
  readonly survivorId: string;
  readonly reason: string;
  readonly topicConsentedAt: Date | null;
  readonly survivorConsentedAt: Date | null;
  readonly proposedAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
}

export type TopicMergeEntry = Omit<TopicMerge, 'state'> & { readonly state: TopicMergeState | 'NEW' };

export interface MergeContext extends DecisionContext<Capacity> {
  readonly topic: Topic;
  readonly survivor: Topic;
  /** Whether the registrant of each sees the other's topic: nobody agrees to what cannot be read. */
  readonly isReadableByBoth: boolean;
  readonly hasOpenMerge: boolean;
  /** The sides whose registrant the actor heads. */
  readonly sides: readonly MergeSide[];
  /** Null while only asking which actions are available. */
  readonly input: { readonly reason?: string | undefined } | null;
}

export function consentOf(merge: TopicMergeEntry, side: MergeSide): Date | null {
  return side === 'TOPIC' ? merge.topicConsentedAt : merge.survivorConsentedAt;
}
