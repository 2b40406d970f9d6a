import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, MinutesTransitionInput, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class AgreeMinutesInput extends MinutesTransitionInput {}

@ObjectType()
export class AgreeMinutesPayload extends MinutesPayload {}

@Resolver()
export class AgreeMinutesResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => AgreeMinutesPayload, {
    description: 'The chair finds the minutes agreed: the period is over, and no objection stands.',
  })
  async agreeMinutes(
    @CurrentActor() actor: Actor,
    @Args('input') input: AgreeMinutesInput,
  ): Promise<AgreeMinutesPayload> {
    const { minutesId, expectedRevision } = input;
    return toMinutesPayload(
      await this.transition.execute(actor, { minutesId, expectedRevision, action: 'agreeMinutes' }),
    );
  }
}
