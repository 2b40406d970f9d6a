import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { BodyPayload, toBodyPayload } from '../../body.graphql.js';
import { BodyTransitionHandler } from '../../body-transition.handler.js';

@InputType()
export class DissolveBodyInput {
  @Field(() => ID) code!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => DayScalar, { description: 'Last day.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class DissolveBodyPayload extends BodyPayload {}

@Resolver()
export class DissolveBodyResolver {
  constructor(private readonly bodies: BodyTransitionHandler) {}

  @Mutation(() => DissolveBodyPayload, {
    description:
      'Dissolves a sub-committee or a working group; who is entrusted with something in it, is so no longer.',
  })
  async dissolveBody(
    @CurrentActor() actor: Actor,
    @Args('input') input: DissolveBodyInput,
  ): Promise<DissolveBodyPayload> {
    const { code, expectedRevision, on, reason } = input;
    const given = { on, reason: reason.trim() };
    return toBodyPayload(
      await this.bodies.execute(actor, { action: 'dissolveBody', code, expectedRevision, input: given }),
    );
  }
}
