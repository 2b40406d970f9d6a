import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpPayload, FollowUpTransitionInput, toFollowUpPayload } from '../../follow-up.graphql.js';

@InputType()
export class SubmitFollowUpReportInput extends FollowUpTransitionInput {
  @Field(() => String) report!: string;
}

@ObjectType()
export class SubmitFollowUpReportPayload extends FollowUpPayload {}

@Resolver()
export class SubmitFollowUpReportResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => SubmitFollowUpReportPayload, { description: 'The addressee hands in the report.' })
  async submitFollowUpReport(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: SubmitFollowUpReportInput,
  ): Promise<SubmitFollowUpReportPayload> {
    const about = { followUpId, expectedRevision, action: 'submitFollowUpReport' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, { ...about, input: given }));
  }
}
