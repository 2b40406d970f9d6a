import { Field, GraphQLISODateTime, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import type { Topic } from '../../domain/topic.js';
import { TopicType } from '../../topic.graphql.js';
import { DeskQuery, type DeskItem } from './desk.query.js';

@ObjectType('DeskItem', { description: 'A topic whose next step is the viewer’s to take.' })
export class DeskItemType implements DeskItem {
  @Field(() => TopicType) topic!: Topic;
  @Field(() => String) action!: string;
  @Field(() => String) label!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) dueAt!: Date | null;
}

@Resolver()
export class ListDeskResolver {
  constructor(private readonly desk: DeskQuery) {}

  @Query(() => [DeskItemType], { name: 'desk', description: 'What waits for the viewer, the longest waiting first.' })
  async listDesk(@CurrentActor() actor: Actor): Promise<readonly DeskItem[]> {
    return this.desk.execute(actor);
  }
}
