import { topicStateNames } from '#glossary';
import { stands, type Agenda, type ConferenceTopic } from './agenda.js';

/** A topic that is meant for the conference and not on its agenda. */
export interface MissingTopic {
  readonly topicId: string;
  readonly title: string;
  /** True when nothing but compiling again stands between the topic and the agenda. */
  readonly isReady: boolean;
  /** German: why it is not on the agenda. */
  readonly explanation: string;
}

/** Has reached the bodies whose agenda this is. */
export function isForwarded({ state }: Pick<ConferenceTopic, 'state'>): boolean {
  return state === 'IN_PRE_CONFERENCE' || state === 'IN_MAIN_CONFERENCE';
}

/**
 * Every topic meant for the conference is on the agenda, or is named here. Removed counts, for its reason stands there,
 * until the topic comes back.
 */
export function missingTopics(
  agenda: Pick<Agenda, 'items'>,
  topics: readonly ConferenceTopic[],
): readonly MissingTopic[] {
  const named = new Set(agenda.items.map(({ topicId }) => topicId));
  const standing = new Set(agenda.items.filter(stands).map(({ topicId }) => topicId));
  const isMissing = (topic: ConferenceTopic) => !(isForwarded(topic) ? standing : named).has(topic.id);
  return topics
    .filter((topic) => isMissing(topic) && isMeantForTheConference(topic))
    .map((topic) => ({
      topicId: topic.id,
      title: topic.title,
      isReady: isForwarded(topic),
      explanation: isForwarded(topic) ? 'Noch nicht zusammengestellt' : topicStateNames[topic.state],
    }));
}

/** A draft is nobody's business yet; what was withdrawn or decided, or is dealt with elsewhere, is no longer waiting. */
function isMeantForTheConference({ state }: ConferenceTopic): boolean {
  switch (state) {
    case 'SUBMITTED':
    case 'RETURNED':
    case 'ACCEPTED':
    case 'IN_COMMITTEE':
    case 'IN_PRE_CONFERENCE':
    case 'IN_MAIN_CONFERENCE':
      return true;
    case 'DRAFT':
    case 'CONCLUDED':
    case 'IN_WRITTEN_PROCEDURE':
    case 'DECIDED':
    case 'MERGED':
    case 'WITHDRAWN':
      return false;
  }
}
