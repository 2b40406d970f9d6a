import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { AssignmentPayload, toAssignmentPayload } from '../../assignment.graphql.js';
import { AssignmentTransitionHandler } from '../../assignment-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class EndAssignmentInput {
  @Field(() => ID) assignmentId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => DayScalar, { description: 'Last day; with yesterday it ends at once.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class EndAssignmentPayload extends AssignmentPayload {}

@Resolver()
export class EndAssignmentResolver {
  constructor(private readonly assignments: AssignmentTransitionHandler) {}

  @Mutation(() => EndAssignmentPayload, { description: 'Ends what a person is entrusted with, and what deputies are.' })
  async endAssignment(
    @CurrentActor() actor: Actor,
    @Args('input') input: EndAssignmentInput,
  ): Promise<EndAssignmentPayload> {
    const { assignmentId, expectedRevision, ...given } = input;
    return toAssignmentPayload(
      await this.assignments.execute(actor, {
        action: 'endAssignment',
        assignmentId,
        expectedRevision,
        input: { ...given, reason: given.reason.trim() },
      }),
    );
  }
}
