import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { AssignmentPayload, toAssignmentPayload } from '../../assignment.graphql.js';
import { AssignmentTransitionHandler } from '../../assignment-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class HandOverAssignmentInput {
  @Field(() => ID) assignmentId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID) personId!: string;
  @Field(() => DayScalar, { description: 'First day of the successor.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class HandOverAssignmentPayload extends AssignmentPayload {}

@Resolver()
export class HandOverAssignmentResolver {
  constructor(private readonly assignments: AssignmentTransitionHandler) {}

  @Mutation(() => HandOverAssignmentPayload, {
    description: 'Ends what one person was entrusted with and entrusts another, in one act.',
  })
  async handOverAssignment(
    @CurrentActor() actor: Actor,
    @Args('input') input: HandOverAssignmentInput,
  ): Promise<HandOverAssignmentPayload> {
    const { assignmentId, expectedRevision, ...given } = input;
    return toAssignmentPayload(
      await this.assignments.execute(actor, {
        action: 'handOverAssignment',
        assignmentId,
        expectedRevision,
        input: { ...given, reason: given.reason.trim() },
      }),
    );
  }
}
