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
  return cited.clause === null
    ? fault('CLAUSE_UNKNOWN', 'clauseNumber', 'Diese Ziffer gibt es in dem Text nicht.')
    : null;
};

export const citesOnce: TopicRequirement = (topic, { input }) => {
  const cited = input?.precedent;
  const link = cited && linkTo(topic.id, cited);
  const isKnown = cited?.known.some(
    ({ citedTopicId, clauseId }) => citedTopicId === link?.citedTopicId && clauseId === link.clauseId,
  );
  return isKnown ? fault('PRECEDENT_KNOWN', 'precedentTopicId', 'Dieser Vorgang ist bereits verlinkt.') : null;
};

const MOST_PRECEDENTS = 50;

export const hasRoomForPrecedent: TopicRequirement = (_topic, { input }) =>
  (input?.precedent?.known.length ?? 0) < MOST_PRECEDENTS
    ? null
    : fault('TOO_MANY_PRECEDENTS', 'precedentTopicId', `Mehr als ${MOST_PRECEDENTS} Vorgänge sind nicht möglich.`);

/** A link to what the person cannot see is answered as one that does not exist. */
export const namesPrecedent: TopicRequirement = (_topic, { input }) =>
  input === null || (input.removedPrecedent ?? null) !== null
    ? null
    : fault('PRECEDENT_UNKNOWN', 'precedentId', 'Dieser Vorgang ist nicht verlinkt.');
