import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Outcome } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor, CurrentContext, type RequestContext } from '#platform/graphql';
import { OutcomeEnum, TopicPayload } from '#topics';
import { DecisionLoaders } from '../../decision-loaders.js';
import { ResolutionType, toResolutionType } from '../../resolution.graphql.js';
import { RecordTopicOutcomeHandler } from './record-topic-outcome.handler.js';

@InputType()
export class RecordTopicOutcomeInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => OutcomeEnum) outcome!: Outcome;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => ID, { nullable: true, description: 'Where a postponed topic goes; else the next regular conference.' })
  targetConferenceId?: string | null;
}

@ObjectType()
export class RecordTopicOutcomePayload extends TopicPayload {}

@Resolver(() => RecordTopicOutcomePayload)
export class RecordTopicOutcomeResolver {
  constructor(
    private readonly handler: RecordTopicOutcomeHandler,
    private readonly loaders: DecisionLoaders,
  ) {}

  @Mutation(() => RecordTopicOutcomePayload, { description: 'The chair determines how an item ended.' })
  async recordTopicOutcome(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordTopicOutcomeInput,
  ): Promise<RecordTopicOutcomePayload> {
    const answer = await this.handler.execute(actor, input);
    return answer.ok ? { topic: answer.topic, refusals: [] } : { topic: null, refusals: answer.refusals };
  }

  @ResolveField(() => ResolutionType, { nullable: true, description: 'Null unless the text was adopted.' })
  async resolution(
    @Parent() { topic }: RecordTopicOutcomePayload,
    @CurrentContext() context: RequestContext,
  ): Promise<ResolutionType | null> {
    const resolution = topic === null ? null : await this.loaders.resolutionOfTopic(context, topic.id);
    return resolution === null ? null : toResolutionType(resolution);
  }
}
