import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  ConferenceProfileInput,
  ConferenceProfilePayload,
  toConferenceProfileType,
} from '../../conference-profile.graphql.js';
import { EditConferenceProfileHandler } from './edit-conference-profile.handler.js';

@InputType()
export class EditConferenceProfileInput extends ConferenceProfileInput {
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType()
export class EditConferenceProfilePayload extends ConferenceProfilePayload {}

@Resolver()
export class EditConferenceProfileResolver {
  constructor(private readonly handler: EditConferenceProfileHandler) {}

  @Mutation(() => EditConferenceProfilePayload, {
    description: 'For conferences planned and ballots opened from now on.',
  })
  async editConferenceProfile(
    @CurrentActor() actor: Actor,
    @Args('input') { code, expectedRevision, ...profile }: EditConferenceProfileInput,
  ): Promise<EditConferenceProfilePayload> {
    const answer = await this.handler.execute(actor, { code, expectedRevision, profile });
    return answer.ok
      ? { profile: toConferenceProfileType(answer.profile), refusals: [] }
      : { profile: null, refusals: answer.refusals };
  }
}
