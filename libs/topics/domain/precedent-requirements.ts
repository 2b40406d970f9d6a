import type { Refusal, Requirement } from '#platform/lifecycle';
import { linkTo } from './precedent.js';
import type { TopicContext, TopicEntry } from './topic.js';

type TopicRequirement = Requirement<TopicEntry, TopicContext>;

const fault = (code: string, field: string, message: string): Refusal => ({ code, field, message });

export const citesWhatCanBeSeen: TopicRequirement = (topic, { input }) => {
  const cited = input?.precedent;
  if (cited === undefined) return null;
  if (cited.topic === null) {
    return fault(
      'PRECEDENT_UNKNOWN',
      'precedentTopicId',
      'Dieses Thema gibt es nicht, oder Sie dürfen es nicht sehen.',
    );
  }
  if (cited.topic.id === topic.id) {
    return fault('PRECEDENT_IS_ITSELF', 'precedentTopicId', 'Ein Thema kann nicht sein eigener Vorgang sein.');
  }
  return cited.clauseId === null
    ? fault('CLAUSE_UNKNOWN', 'clauseNumber', 'Diese Ziffer gibt es in dem Text nicht.')
    : null;
};

export const citesOnce: TopicRequirement = (topic, { input }) => {
  const link = input?.precedent && linkTo(input.precedent);
  const isKnown = topic.precedentLinks.some(
    ({ topicId, clauseId }) => topicId === link?.topicId && clauseId === link.clauseId,
  );
  return isKnown ? fault('PRECEDENT_KNOWN', 'precedentTopicId', 'Dieser Vorgang ist bereits verlinkt.') : null;
};

const MOST_PRECEDENTS = 50;

export const hasRoomForPrecedent: TopicRequirement = (topic) =>
  topic.precedentLinks.length < MOST_PRECEDENTS
    ? null
    : fault('TOO_MANY_PRECEDENTS', 'precedentTopicId', `Mehr als ${MOST_PRECEDENTS} Vorgänge sind nicht möglich.`);

export const namesPrecedent: TopicRequirement = (topic, { input }) => {
  if (topic.precedentLinks.length === 0) return fault('NO_PRECEDENTS', 'precedentId', 'Es ist kein Vorgang verlinkt.');
  if (input === null || topic.precedentLinks.some(({ id }) => id === input.precedentId)) return null;
  return fault('PRECEDENT_UNKNOWN', 'precedentId', 'Dieser Vorgang ist nicht verlinkt.');
};
