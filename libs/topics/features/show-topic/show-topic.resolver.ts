import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { CurrentActor, orNotFound } from '#platform/graphql';
import type { Topic } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicType } from '../../topic.graphql.js';

@Resolver()
export class ShowTopicResolver {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
  ) {}

  @Query(() => TopicType, { description: 'One topic; NOT_FOUND when there is none the viewer may see.' })
  async topic(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Topic> {
    return orNotFound(await this.database.read(actor, (tx) => this.topics.findTopic(tx, id)));
  }
}
