import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { committeeCodes, isStandingBody } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { refused } from '#platform/lifecycle';
import type { TopicActionInput } from '../../domain/topic.js';
import { TopicTransitionInput } from '../../topic-input.graphql.js';
import { toTopicPayload } from '../../topic-payload.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicPayload } from '../../topic.graphql.js';

@InputType()
export class AssignTopicToCommitteeInput extends TopicTransitionInput {
  @Field(() => String, { description: 'Code of the committee, AK1 to AK6.' }) leadCommittee!: string;
  @Field(() => [String], { nullable: true }) involvedCommittees?: string[];
}

@ObjectType()
export class AssignTopicToCommitteePayload extends TopicPayload {}

@Resolver()
export class AssignTopicToCommitteeResolver {
  constructor(private readonly transition: TopicTransitionHandler) {}

  @Mutation(() => AssignTopicToCommitteePayload, {
    description: 'The secretariat names the lead committee and those involved.',
  })
  async assignTopicToCommittee(
    @CurrentActor() actor: Actor,
    @Args('input') input: AssignTopicToCommitteeInput,
  ): Promise<AssignTopicToCommitteePayload> {
    const { topicId, expectedRevision, involvedCommittees = [] } = input;
    if (!involvedCommittees.every(isStandingBody)) return toTopicPayload(unknownBody);
    return toTopicPayload(
      await this.transition.execute(actor, {
        topicId,
        expectedRevision,
        action: 'assignTopicToCommittee',
        input: committeesOf(input),
      }),
    );
  }
}

/** A lead committee that there is not is none; then the lifecycle refuses. */
function committeesOf({ leadCommittee, involvedCommittees = [] }: AssignTopicToCommitteeInput): TopicActionInput {
  return {
    leadCommittee: committeeCodes.find((code) => code === leadCommittee) ?? null,
    involvedCommittees: [...new Set(involvedCommittees)]
      .filter(isStandingBody)
      .filter((code) => code !== leadCommittee),
  };
}

const unknownBody = refused({
  code: 'UNKNOWN_BODY',
  message: 'Dieses Gremium gibt es nicht.',
  field: 'involvedCommittees',
});
