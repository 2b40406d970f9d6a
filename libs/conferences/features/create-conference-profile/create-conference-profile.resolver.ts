import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  ConferenceProfileInput,
  ConferenceProfilePayload,
  toConferenceProfileType,
} from '../../conference-profile.graphql.js';
import { CreateConferenceProfileHandler } from './create-conference-profile.handler.js';

@InputType()
export class CreateConferenceProfileInput extends ConferenceProfileInput {}

@ObjectType()
export class CreateConferenceProfilePayload extends ConferenceProfilePayload {}

@Resolver()
export class CreateConferenceProfileResolver {
  constructor(private readonly handler: CreateConferenceProfileHandler) {}

  @Mutation(() => CreateConferenceProfilePayload, { description: 'Adds another conference of ministers.' })
  async createConferenceProfile(
    @CurrentActor() actor: Actor,
    @Args('input') { code, ...profile }: CreateConferenceProfileInput,
  ): Promise<CreateConferenceProfilePayload> {
    const answer = await this.handler.execute(actor, code, profile);
    return answer.ok
      ? { profile: toConferenceProfileType(answer.profile), refusals: [] }
      : { profile: null, refusals: answer.refusals };
  }
}
