import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { AssignmentPayload, toAssignmentPayload } from '../../assignment.graphql.js';
import { AssignmentTransitionHandler } from '../../assignment-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class AppointDeputyInput {
  @Field(() => ID) assignmentId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID) personId!: string;
  @Field(() => DayScalar, { description: 'First day.' }) on!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day, when it is known.' }) until?: string | null;
}

@ObjectType()
export class AppointDeputyPayload extends AssignmentPayload {}

@Resolver()
export class AppointDeputyResolver {
  constructor(private readonly assignments: AssignmentTransitionHandler) {}

  @Mutation(() => AppointDeputyPayload, { description: 'Lets a person stand in for another from day to day.' })
  async appointDeputy(
    @CurrentActor() actor: Actor,
    @Args('input') input: AppointDeputyInput,
  ): Promise<AppointDeputyPayload> {
    const { assignmentId, expectedRevision, ...given } = input;
    return toAssignmentPayload(
      await this.assignments.execute(actor, {
        action: 'appointDeputy',
        assignmentId,
        expectedRevision,
        input: { ...given, until: given.until ?? null },
      }),
    );
  }
}
