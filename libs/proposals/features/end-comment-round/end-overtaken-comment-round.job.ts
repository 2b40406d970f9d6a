import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { TopicRepository } from '#topics';
import { EndCommentRoundHandler } from '../../end-comment-round.handler.js';

/** A topic that goes on leaves the question of its body behind; that nobody answers it any more needs no job. */
@EventJob({
  name: 'end-overtaken-comment-round',
  on: [
    'topic.concluded',
    'topic.forwardedToPreConference',
    'topic.returnedToCommittee',
    'topic.forwardedToMainConference',
    'topic.movedToWrittenProcedure',
    'topic.withdrawn',
    'topic.merged',
  ],
})
export class EndOvertakenCommentRoundJob implements EventJobHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly ending: EndCommentRoundHandler,
  ) {}

  async run(tx: Tx, { recordId }: OutboxMessage): Promise<void> {
    const topic = await this.topics.lockTopic(tx, recordId);
    if (topic !== null) await this.ending.endOvertaken(tx, topic);
  }
}
