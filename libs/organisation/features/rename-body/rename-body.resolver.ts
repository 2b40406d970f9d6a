import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { BodyPayload, toBodyPayload } from '../../body.graphql.js';
import { BodyTransitionHandler } from '../../body-transition.handler.js';

@InputType()
export class RenameBodyInput {
  @Field(() => ID) code!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => String) name!: string;
  @Field(() => DayScalar, { description: 'First day of the new name.' }) on!: string;
}

@ObjectType()
export class RenameBodyPayload extends BodyPayload {}

@Resolver()
export class RenameBodyResolver {
  constructor(private readonly bodies: BodyTransitionHandler) {}

  @Mutation(() => RenameBodyPayload, { description: 'Gives a body a new name from a day on; earlier names stay.' })
  async renameBody(@CurrentActor() actor: Actor, @Args('input') input: RenameBodyInput): Promise<RenameBodyPayload> {
    const { code, expectedRevision, name, on } = input;
    const given = { name: name.trim(), on };
    return toBodyPayload(
      await this.bodies.execute(actor, { action: 'renameBody', code, expectedRevision, input: given }),
    );
  }
}
