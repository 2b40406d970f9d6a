import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, orNotFound } from '#platform/graphql';
import { ConferenceChangeInput, ConferencePayload, toConferencePayload } from '../../conference.graphql.js';
import type { ConferencePaper } from '../../domain/conference-change-requirements.js';
import { CancelConferenceHandler } from './cancel-conference.handler.js';

@InputType()
export class CancelConferenceInput extends ConferenceChangeInput {
  @Field(() => String) reason!: string;

  @Field(() => ID, { nullable: true, description: 'The later conference at which its open topics go on.' })
  successorId?: string | null;
}

@ObjectType()
export class CancelConferencePayload extends ConferencePayload {}

@ObjectType('ConferencePaper', { description: 'What hangs on a conference, as far as the viewer sees it.' })
export class ConferencePaperType implements ConferencePaper {
  @Field(() => String, { description: 'topic or agenda.' }) kind!: 'topic' | 'agenda';
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) stateLabel!: string;
  @Field(() => Boolean, { description: 'It can go on at a later conference.' }) movesOn!: boolean;
}

@Resolver()
export class CancelConferenceResolver {
  constructor(private readonly handler: CancelConferenceHandler) {}

  @Query(() => [ConferencePaperType], {
    description: 'Open topics and the agenda: what moves on when it is cancelled.',
  })
  async conferencePapers(
    @CurrentActor() actor: Actor,
    @Args('conferenceId', { type: () => ID }) conferenceId: string,
  ): Promise<readonly ConferencePaper[]> {
    return orNotFound(await this.handler.papersOf(actor, conferenceId));
  }

  @Mutation(() => CancelConferencePayload, {
    description: 'The conference does not take place; its open topics go on at a later one.',
  })
  async cancelConference(
    @CurrentActor() actor: Actor,
    @Args('input') { successorId = null, ...input }: CancelConferenceInput,
  ): Promise<CancelConferencePayload> {
    return toConferencePayload(await this.handler.execute(actor, { ...input, successorId }));
  }
}
