import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicFields } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicPayload } from '../../topic.graphql.js';
import { CreateTopicHandler } from './create-topic.handler.js';

@InputType()
export class CreateTopicInput {
  @Field(() => ID) conferenceId!: string;
  @Field(() => String, { nullable: true, description: 'Code of the Land or BUND; or name a body.' })
  registrantParty?: string;
  @Field(() => String, { nullable: true, description: 'Code of the committee that registers.' })
  registrantBody?: string;
  @Field(() => TopicFields) fields!: TopicFields;
}

@ObjectType()
export class CreateTopicPayload extends TopicPayload {}

@Resolver()
export class CreateTopicResolver {
  constructor(private readonly handler: CreateTopicHandler) {}

  @Mutation(() => CreateTopicPayload, {
    description: 'Begins a registration as a draft that only its registrant sees.',
  })
  async createTopic(@CurrentActor() actor: Actor, @Args('input') input: CreateTopicInput): Promise<CreateTopicPayload> {
    return toTopicPayload(await this.handler.execute(actor, input));
  }
}
