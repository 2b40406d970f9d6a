import { Args, Field, GraphQLISODateTime, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, MinutesTransitionInput, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class CirculateMinutesInput extends MinutesTransitionInput {
  @Field(() => GraphQLISODateTime, { description: 'Objections are accepted before this instant.' })
  objectionsUntil!: Date;
}

@ObjectType()
export class CirculateMinutesPayload extends MinutesPayload {}

@Resolver()
export class CirculateMinutesResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => CirculateMinutesPayload, { description: 'The secretariat sends the minutes to all parties.' })
  async circulateMinutes(
    @CurrentActor() actor: Actor,
    @Args('input') input: CirculateMinutesInput,
  ): Promise<CirculateMinutesPayload> {
    const { minutesId, expectedRevision, ...given } = input;
    const answer = await this.transition.execute(actor, {
      minutesId,
      expectedRevision,
      action: 'circulateMinutes',
      input: given,
    });
    return toMinutesPayload(answer);
  }
}
