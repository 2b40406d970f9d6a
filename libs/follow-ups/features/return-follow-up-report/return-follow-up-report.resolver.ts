import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { FollowUpPayload, FollowUpTransitionInput, toFollowUpPayload } from '../../follow-up.graphql.js';

@InputType()
export class ReturnFollowUpReportInput extends FollowUpTransitionInput {
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class ReturnFollowUpReportPayload extends FollowUpPayload {}

@Resolver()
export class ReturnFollowUpReportResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => ReturnFollowUpReportPayload, { description: 'The report does not do; it is returned with a reason.' })
  async returnFollowUpReport(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: ReturnFollowUpReportInput,
  ): Promise<ReturnFollowUpReportPayload> {
    const about = { followUpId, expectedRevision, action: 'returnFollowUpReport' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, { ...about, input: given }));
  }
}
