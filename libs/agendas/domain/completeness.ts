import { topicStateNames } from '#glossary';
import {
  committeesOf,
  stands,
  type Agenda,
  type AgendaContext,
  type ConferenceTopic,
  type Explanation,
} from './agenda.js';

/** A topic that is meant for the conference and not on its agenda. */
export interface MissingTopic {
  readonly topicId: string;
  readonly title: string;
  /** True when nothing but compiling again stands between the topic and the agenda. */
  readonly isReady: boolean;
  /** German: where it is now. */
  readonly whereabouts: string;
  /** What the secretariat said to it; null when it said nothing, or the topic has gone on since then. */
  readonly explained: Explanation | null;
  /** What was said before and no longer holds, the latest first. */
  readonly formerly: readonly Explanation[];
}

/** Has reached the bodies whose agenda this is: compiling takes it up. */
export function isForwarded(agenda: Pick<Agenda, 'bodies'>, topic: ConferenceTopic): boolean {
  const { state, leadCommittee, involvedCommittees } = topic;
  const committees = committeesOf(agenda);
  if (committees.length > 0) {
    const isAssigned = committees.some((code) => code === leadCommittee || involvedCommittees.includes(code));
    return state === 'IN_COMMITTEE' && isAssigned;
  }
  const isAgendaOfMain = agenda.bodies.includes('MAIN_CONFERENCE');
  return state === 'IN_PRE_CONFERENCE' || (isAgendaOfMain && state === 'IN_MAIN_CONFERENCE');
}

/**
 * Every topic meant for the conference is on the agenda, or is named here. Removed counts, for its reason stands there,
 * until the topic comes back.
 */
export function missingTopics(
  agenda: Pick<Agenda, 'bodies' | 'items' | 'explanations'>,
  topics: readonly ConferenceTopic[],
): readonly MissingTopic[] {
  const named = new Set(agenda.items.map(({ topicId }) => topicId));
  const standing = new Set(agenda.items.filter(stands).map(({ topicId }) => topicId));
  const isMissing = (topic: ConferenceTopic) => !(isForwarded(agenda, topic) ? standing : named).has(topic.id);
  return topics
    .filter((topic) => isMissing(topic) && isMeantFor(agenda, topic))
    .map((topic) => ({
      topicId: topic.id,
      title: topic.title,
      isReady: isForwarded(agenda, topic),
      whereabouts: isForwarded(agenda, topic) ? 'Noch nicht zusammengestellt' : topicStateNames[topic.state],
      ...saidOf(topic, agenda.explanations),
    }));
}

function saidOf(
  { id, state }: ConferenceTopic,
  explanations: readonly Explanation[],
): Pick<MissingTopic, 'explained' | 'formerly'> {
  const said = explanations.filter(({ topicId }) => topicId === id).sort((a, b) => b.number - a.number);
  const [last] = said;
  const explained = last?.topicState === state ? last : null;
  return { explained, formerly: explained === null ? said : said.slice(1) };
}

/** What is said later takes the place of what was said before, which is kept with who said it and when. */
export function withExplanation(
  explanations: readonly Explanation[],
  { now, actorName, topics, input }: AgendaContext,
): readonly Explanation[] {
  const topic = topics.find(({ id }) => id === input?.topicId);
  if (topic === undefined) return explanations;
  const explanation = (input?.explanation ?? '').trim();
  const { id: topicId, state: topicState } = topic;
  const number = 1 + Math.max(0, ...explanations.filter((each) => each.topicId === topicId).map((each) => each.number));
  return [...explanations, { topicId, number, topicState, explanation, explainedBy: actorName, explainedAt: now }];
}

/** A committee deals with what it has been given; everything else comes to the conference sooner or later. */
function isMeantFor(agenda: Pick<Agenda, 'bodies'>, topic: ConferenceTopic): boolean {
  if (committeesOf(agenda).length > 0) return isForwarded(agenda, topic);
  const hasGoneOn = topic.state === 'IN_MAIN_CONFERENCE' && !agenda.bodies.includes('MAIN_CONFERENCE');
  return isOnItsWay(topic) && !hasGoneOn;
}

/** A draft is nobody's business yet; what was withdrawn or decided, or is dealt with elsewhere, is no longer waiting. */
function isOnItsWay({ state }: ConferenceTopic): boolean {
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
