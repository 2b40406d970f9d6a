import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleasePayload, toReleasePayload } from '../../release.graphql.js';
import { WithdrawReleaseObjectionHandler } from './withdraw-release-objection.handler.js';

@InputType()
export class WithdrawReleaseObjectionInput {
  @Field(() => ID) objectionId!: string;
}

@ObjectType()
export class WithdrawReleaseObjectionPayload extends ReleasePayload {}

@Resolver()
export class WithdrawReleaseObjectionResolver {
  constructor(private readonly handler: WithdrawReleaseObjectionHandler) {}

  @Mutation(() => WithdrawReleaseObjectionPayload, { description: 'A party takes its own objection back.' })
  async withdrawReleaseObjection(
    @CurrentActor() actor: Actor,
    @Args('input') { objectionId }: WithdrawReleaseObjectionInput,
  ): Promise<WithdrawReleaseObjectionPayload> {
    return toReleasePayload(await this.handler.execute(actor, objectionId));
  }
}
