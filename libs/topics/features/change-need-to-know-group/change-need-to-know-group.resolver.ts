import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { NeedToKnowGroupFields, NeedToKnowGroupPayload, toGroupPayload } from '../../need-to-know.graphql.js';
import { NeedToKnowHandler } from '../../need-to-know.handler.js';

@InputType()
export class ChangeNeedToKnowGroupInput extends NeedToKnowGroupFields {
  @Field(() => ID) groupId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class ChangeNeedToKnowGroupPayload extends NeedToKnowGroupPayload {}

@Resolver()
export class ChangeNeedToKnowGroupResolver {
  constructor(private readonly handler: NeedToKnowHandler) {}

  @Mutation(() => ChangeNeedToKnowGroupPayload, {
    description: 'Changes name or parties of a group; topics restricted to it follow at once.',
  })
  async changeNeedToKnowGroup(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeNeedToKnowGroupInput,
  ): Promise<ChangeNeedToKnowGroupPayload> {
    const answer = await this.handler.execute(actor, { ...input, action: 'changeNeedToKnowGroup' });
    return toGroupPayload(answer, this.handler.contextOf(actor, null));
  }
}
