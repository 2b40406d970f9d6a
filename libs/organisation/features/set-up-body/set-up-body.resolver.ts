import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { BodyPayload, toBodyPayload } from '../../body.graphql.js';
import { BodyTransitionHandler } from '../../body-transition.handler.js';
import { isBodyCode } from '../../domain/bodies.js';

@InputType()
export class SetUpBodyInput {
  @Field(() => ID, { description: 'The permanent short name: "UA …" or "AG …".' }) code!: string;
  @Field(() => ID, { description: 'Code of the body it stands under.' }) parent!: string;
  @Field(() => String) name!: string;
  @Field(() => DayScalar, { description: 'First day.' }) on!: string;
}

@ObjectType()
export class SetUpBodyPayload extends BodyPayload {}

@Resolver()
export class SetUpBodyResolver {
  constructor(private readonly bodies: BodyTransitionHandler) {}

  @Mutation(() => SetUpBodyPayload, { description: 'Sets up a sub-committee or a working group.' })
  async setUpBody(@CurrentActor() actor: Actor, @Args('input') input: SetUpBodyInput): Promise<SetUpBodyPayload> {
    const { code, parent, name, on } = input;
    const above = isBodyCode(parent) ? parent : null;
    const given = { parent: above, name: name.trim(), on };
    return toBodyPayload(await this.bodies.execute(actor, { action: 'setUpBody', code: code.trim(), input: given }));
  }
}
