import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { Database, type ReadTx } from '#platform/database';
import type { Restriction } from '../../domain/topic.js';
import { NeedToKnowGroups } from '../../persistence/need-to-know-groups.repository.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';

export interface RestrictTopic {
  readonly topicId: string;
  readonly expectedRevision: number;
  /** Either a group in use, whose changes the topic then follows … */
  readonly needToKnowGroupId?: string | null;
  /** … or the parties themselves. */
  readonly restrictedTo?: readonly PartyCode[] | null;
}

@Injectable()
export class RestrictTopicHandler {
  constructor(
    private readonly database: Database,
    private readonly groups: NeedToKnowGroups,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async execute(actor: Actor, { topicId, expectedRevision, ...asked }: RestrictTopic): Promise<TopicAnswer> {
    return this.database.write(actor, async (tx): Promise<TopicAnswer> => {
      const input = { restriction: await this.restrictionOf(tx, asked) };
      const action = 'restrictTopic';
      return this.transition.decideAndSave(tx, actor, { topicId, expectedRevision, action, input });
    });
  }

  private async restrictionOf(
    tx: ReadTx,
    { needToKnowGroupId, restrictedTo }: Pick<RestrictTopic, 'needToKnowGroupId' | 'restrictedTo'>,
  ): Promise<Restriction | null> {
    if (!needToKnowGroupId) return { parties: [...new Set(restrictedTo ?? [])], groupId: null };
    const group = await this.groups.findGroup(tx, needToKnowGroupId);
    return group?.state === 'ACTIVE' ? { parties: group.parties, groupId: group.id } : null;
  }
}
