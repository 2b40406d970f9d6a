import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicPayload, toTopicPayload } from '#topics';
import { CitePrecedentHandler } from './cite-precedent.handler.js';

@InputType()
export class CitePrecedentInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID, { description: 'The earlier topic, which the viewer can see.' }) precedentTopicId!: string;
  @Field(() => String, { nullable: true, description: 'Number of a clause of its text, for example "2.1".' })
  clauseNumber?: string | null;
}

@ObjectType()
export class CitePrecedentPayload extends TopicPayload {}

@Resolver()
export class CitePrecedentResolver {
  constructor(private readonly handler: CitePrecedentHandler) {}

  @Mutation(() => CitePrecedentPayload, {
    description: 'Links the topic to an earlier topic, its resolution or a clause.',
  })
  async citePrecedent(
    @CurrentActor() actor: Actor,
    @Args('input') input: CitePrecedentInput,
  ): Promise<CitePrecedentPayload> {
    return toTopicPayload(await this.handler.execute(actor, input));
  }
}
