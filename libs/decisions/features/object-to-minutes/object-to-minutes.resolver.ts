import { Args, Field, ID, Int, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class ObjectToMinutesInput {
  @Field(() => ID) minutesId!: string;
  @Field(() => ID, { description: 'Code of the party that objects.' }) party!: string;
  @Field(() => Int, { description: 'Number of the version the party has read.' }) version!: number;
  @Field(() => ID, { nullable: true, description: 'The item it concerns.' }) agendaItemId?: string | null;
  @Field(() => String) text!: string;
}

@ObjectType()
export class ObjectToMinutesPayload extends MinutesPayload {}

@Resolver()
export class ObjectToMinutesResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => ObjectToMinutesPayload, { description: 'A party objects to the wording before the period ends.' })
  async objectToMinutes(
    @CurrentActor() actor: Actor,
    @Args('input') input: ObjectToMinutesInput,
  ): Promise<ObjectToMinutesPayload> {
    const { minutesId, ...given } = input;
    return toMinutesPayload(
      await this.transition.execute(actor, { minutesId, action: 'objectToMinutes', input: given }),
    );
  }
}
