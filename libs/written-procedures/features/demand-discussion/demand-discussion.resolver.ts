import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { toWrittenProcedurePayload, WrittenProcedurePayload } from '../../written-procedure.graphql.js';
import { DemandDiscussionHandler } from './demand-discussion.handler.js';

@InputType()
export class DemandDiscussionInput {
  @Field(() => ID) procedureId!: string;
  @Field(() => ID, { nullable: true, description: 'Of the party that demands it; the own one by default.' })
  party?: string | null;

  @Field(() => String) reason!: string;
}

@ObjectType()
export class DemandDiscussionPayload extends WrittenProcedurePayload {}

@Resolver()
export class DemandDiscussionResolver {
  constructor(private readonly handler: DemandDiscussionHandler) {}

  @Mutation(() => DemandDiscussionPayload, {
    description: 'Ends the vote in writing; the topic goes before the next conference.',
  })
  async demandDiscussion(
    @CurrentActor() actor: Actor,
    @Args('input') input: DemandDiscussionInput,
  ): Promise<DemandDiscussionPayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
