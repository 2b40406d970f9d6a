import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NeedToKnowGroupFields, NeedToKnowGroupPayload, toGroupPayload } from '../../need-to-know.graphql.js';
import { NeedToKnowHandler } from '../../need-to-know.handler.js';

@InputType()
export class CreateNeedToKnowGroupInput extends NeedToKnowGroupFields {}

@ObjectType()
export class CreateNeedToKnowGroupPayload extends NeedToKnowGroupPayload {}

@Resolver()
export class CreateNeedToKnowGroupResolver {
  constructor(private readonly handler: NeedToKnowHandler) {}

  @Mutation(() => CreateNeedToKnowGroupPayload, {
    description: 'The secretariat names a group of parties for restricted topics.',
  })
  async createNeedToKnowGroup(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateNeedToKnowGroupInput,
  ): Promise<CreateNeedToKnowGroupPayload> {
    const answer = await this.handler.execute(actor, { ...input, action: 'createNeedToKnowGroup' });
    return toGroupPayload(answer, this.handler.contextOf(actor, null));
  }
}
