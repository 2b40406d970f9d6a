import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Role } from '#glossary';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { AssignmentPayload, toAssignmentPayload } from '../../assignment.graphql.js';
import { AssignmentTransitionHandler } from '../../assignment-transition.handler.js';
import type { Actor } from '../../domain/actor.js';
import { RoleEnum } from '../../organisation.graphql.js';

@InputType()
export class GrantAssignmentInput {
  @Field(() => ID) personId!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID, { nullable: true }) party?: string | null;
  @Field(() => ID, { nullable: true }) body?: string | null;
  @Field(() => DayScalar, { description: 'First day.' }) on!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day, when it is known.' }) until?: string | null;
}

@ObjectType()
export class GrantAssignmentPayload extends AssignmentPayload {}

@Resolver()
export class GrantAssignmentResolver {
  constructor(private readonly assignments: AssignmentTransitionHandler) {}

  @Mutation(() => GrantAssignmentPayload, { description: 'Entrusts a person with a role.' })
  async grantAssignment(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantAssignmentInput,
  ): Promise<GrantAssignmentPayload> {
    const { role, party = null, body = null, personId, on, until = null } = input;
    const place = { role, party, body };
    const given = { personId, on, until };
    return toAssignmentPayload(
      await this.assignments.execute(actor, { action: 'grantAssignment', assignmentId: null, place, input: given }),
    );
  }
}
