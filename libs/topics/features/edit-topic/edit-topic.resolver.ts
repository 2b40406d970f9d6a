import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicFields, TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicPayload } from '../../topic.graphql.js';
import { EditTopicHandler } from './edit-topic.handler.js';

@InputType()
export class EditTopicInput extends TopicTransitionInput {
  @Field(() => TopicFields) fields!: TopicFields;
}

@ObjectType()
export class EditTopicPayload extends TopicPayload {}

@Resolver()
export class EditTopicResolver {
  constructor(private readonly handler: EditTopicHandler) {}

  @Mutation(() => EditTopicPayload, {
    description: 'Changes fields of a registration that is a draft or was returned.',
  })
  async editTopic(@CurrentActor() actor: Actor, @Args('input') input: EditTopicInput): Promise<EditTopicPayload> {
    return toTopicPayload(await this.handler.execute(actor, input));
  }
}
