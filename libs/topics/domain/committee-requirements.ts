import type { Refusal, Requirement } from '#platform/lifecycle';
import type { TopicContext, TopicEntry } from './topic.js';

type TopicRequirement = Requirement<TopicEntry, TopicContext>;

const fault = (code: string, message: string): Refusal => ({ code, field: 'body', message });

/** An involved committee speaks through its own chair. */
export const speaksForInvolvedCommittee: TopicRequirement = (topic, { input, chairs }) => {
  if (input === null) return null;
  const { body } = input;
  if (body === undefined || !topic.involvedCommittees.includes(body)) {
    return fault('NOT_INVOLVED', 'Dieser Arbeitskreis ist an dem Thema nicht beteiligt.');
  }
  return chairs.includes(body) ? null : fault('NOT_YOUR_BODY', 'Sie handeln nicht für diesen Arbeitskreis.');
};
