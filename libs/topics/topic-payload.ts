import type { TopicAnswer } from './topic-transition.handler.js';
import type { TopicPayload } from './topic.graphql.js';

export function toTopicPayload(answer: TopicAnswer): TopicPayload {
  return answer.ok ? { topic: answer.topic, refusals: [] } : { topic: null, refusals: [...answer.refusals] };
}
