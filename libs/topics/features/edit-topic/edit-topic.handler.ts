import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { registrationWith, type TopicFields } from '../../topic-input.graphql.js';
import { TopicTransitionHandler, unknownTopic, type TopicAnswer } from '../../topic-transition.handler.js';

export interface EditTopic {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly fields: TopicFields;
}

@Injectable()
export class EditTopicHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async execute(actor: Actor, { topicId, expectedRevision, fields }: EditTopic): Promise<TopicAnswer> {
    return this.database.write(actor, async (tx) => {
      const topic = await this.topics.lockTopic(tx, topicId);
      if (topic === null) return unknownTopic;
      const input = { registration: registrationWith(fields, topic) };
      return this.transition.decideAndSave(tx, actor, { topicId, expectedRevision, action: 'editTopic', input });
    });
  }
}
