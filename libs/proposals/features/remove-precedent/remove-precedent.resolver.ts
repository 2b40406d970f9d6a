import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicPayload, toTopicPayload } from '#topics';
import { RemovePrecedentHandler } from './remove-precedent.handler.js';

@InputType()
export class RemovePrecedentInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID) precedentId!: string;
}

@ObjectType()
export class RemovePrecedentPayload extends TopicPayload {}

@Resolver()
export class RemovePrecedentResolver {
  constructor(private readonly handler: RemovePrecedentHandler) {}

  @Mutation(() => RemovePrecedentPayload, { description: 'Takes a link to an earlier topic away.' })
  async removePrecedent(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemovePrecedentInput,
  ): Promise<RemovePrecedentPayload> {
    return toTopicPayload(await this.handler.execute(actor, input));
  }
}
