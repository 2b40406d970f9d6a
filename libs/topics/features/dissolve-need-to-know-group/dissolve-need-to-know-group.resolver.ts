import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NeedToKnowGroupPayload, toGroupPayload } from '../../need-to-know.graphql.js';
import { NeedToKnowHandler } from '../../need-to-know.handler.js';

@InputType()
export class DissolveNeedToKnowGroupInput {
  @Field(() => ID) groupId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class DissolveNeedToKnowGroupPayload extends NeedToKnowGroupPayload {}

@Resolver()
export class DissolveNeedToKnowGroupResolver {
  constructor(private readonly handler: NeedToKnowHandler) {}

  @Mutation(() => DissolveNeedToKnowGroupPayload, {
    description: 'The group is offered no more; topics keep the parties they name.',
  })
  async dissolveNeedToKnowGroup(
    @CurrentActor() actor: Actor,
    @Args('input') input: DissolveNeedToKnowGroupInput,
  ): Promise<DissolveNeedToKnowGroupPayload> {
    const answer = await this.handler.execute(actor, { ...input, action: 'dissolveNeedToKnowGroup' });
    return toGroupPayload(answer, this.handler.contextOf(actor, null));
  }
}
