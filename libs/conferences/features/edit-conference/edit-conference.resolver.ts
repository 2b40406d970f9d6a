import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ConferenceTransitionHandler } from '../../conference-transition.handler.js';
import { ConferenceChangeInput, ConferencePayload, toConferencePayload } from '../../conference.graphql.js';

@InputType()
export class EditConferenceInput extends ConferenceChangeInput {
  @Field(() => Int, { nullable: true, description: 'Running number; some special sessions carry none.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'Of its own, where the season does not say it.' })
  name?: string | null;

  @Field(() => String, { nullable: true }) place?: string | null;
}

@ObjectType()
export class EditConferencePayload extends ConferencePayload {}

@Resolver()
export class EditConferenceResolver {
  constructor(private readonly transition: ConferenceTransitionHandler) {}

  @Mutation(() => EditConferencePayload, { description: 'Sets number, name and place; what is left out is emptied.' })
  async editConference(
    @CurrentActor() actor: Actor,
    @Args('input') { conferenceId, expectedRevision, number, name, place }: EditConferenceInput,
  ): Promise<EditConferencePayload> {
    const answer = await this.transition.execute(actor, {
      ...{ conferenceId, expectedRevision, action: 'editConference' as const },
      changed: { number: number ?? null, name: name ?? null, place: place ?? null },
    });
    return toConferencePayload(answer);
  }
}
