import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, toMinutesPayload } from '../../minutes.graphql.js';

@InputType()
export class DraftMinutesInput {
  @Field(() => ID) sessionId!: string;
}

@ObjectType()
export class DraftMinutesPayload extends MinutesPayload {}

@Resolver()
export class DraftMinutesResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => DraftMinutesPayload, {
    description: 'The secretariat writes the first version, seen by itself and the chair.',
  })
  async draftMinutes(
    @CurrentActor() actor: Actor,
    @Args('input') input: DraftMinutesInput,
  ): Promise<DraftMinutesPayload> {
    return toMinutesPayload(await this.transition.draft(actor, input.sessionId));
  }
}
