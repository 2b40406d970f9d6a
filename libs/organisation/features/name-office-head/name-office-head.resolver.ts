import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { OfficeHeadPayload, toOfficeHeadPayload } from '../../office-head.graphql.js';
import { OfficeHeadTransitionHandler } from '../../office-head-transition.handler.js';

@InputType()
export class NameOfficeHeadInput {
  @Field(() => ID, { description: 'Code of a Land, of the Bund or of a body.' }) office!: string;
  @Field(() => ID) personId!: string;
  @Field(() => DayScalar, { description: 'First day.' }) on!: string;
}

@ObjectType()
export class NameOfficeHeadPayload extends OfficeHeadPayload {}

@Resolver()
export class NameOfficeHeadResolver {
  constructor(private readonly heads: OfficeHeadTransitionHandler) {}

  @Mutation(() => NameOfficeHeadPayload, {
    description: 'Names who heads an office; whoever did so ends the day before.',
  })
  async nameOfficeHead(
    @CurrentActor() actor: Actor,
    @Args('input') { office, ...given }: NameOfficeHeadInput,
  ): Promise<NameOfficeHeadPayload> {
    const input = { ...given, reason: '' };
    return toOfficeHeadPayload(await this.heads.execute(actor, { action: 'nameOfficeHead', office, input }));
  }
}
