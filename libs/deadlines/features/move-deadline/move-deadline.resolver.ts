import { Args, Field, GraphQLISODateTime, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { DeadlineTransitionHandler } from '../../deadline-transition.handler.js';
import { DeadlineType, toDeadlineType } from '../../deadline.graphql.js';

@InputType()
export class MoveDeadlineInput {
  @Field(() => ID) deadlineId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => GraphQLISODateTime, { description: 'Nothing is in time at this instant or later.' }) dueAt!: Date;
  @Field(() => String) reason!: string;
}

@ObjectType({ description: 'The deadline as it is now, or why it was not moved.' })
export class MoveDeadlinePayload {
  @Field(() => DeadlineType, { nullable: true }) deadline!: DeadlineType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class MoveDeadlineResolver {
  constructor(
    private readonly transition: DeadlineTransitionHandler,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => MoveDeadlinePayload, { description: 'The chair gives more time, or less.' })
  async moveDeadline(
    @CurrentActor() actor: Actor,
    @Args('input') { deadlineId, expectedRevision, ...input }: MoveDeadlineInput,
  ): Promise<MoveDeadlinePayload> {
    const about = { deadlineId, expectedRevision, action: 'moveDeadline' } as const;
    const answer = await this.transition.execute(actor, { ...about, input });
    if (!answer.ok) return { deadline: null, refusals: answer.refusals };
    return { deadline: toDeadlineType(answer.deadline, this.clock.now()), refusals: [] };
  }
}
