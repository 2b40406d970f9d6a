import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesPayload, MinutesTransitionInput, toMinutesPayload } from '../../minutes.graphql.js';
import { tidyText } from '../../statement-text.js';

@InputType({ description: 'What is noted on how an item went; an empty text takes the note away.' })
export class MinutesNoteInput {
  @Field(() => ID) agendaItemId!: string;
  @Field(() => String) text!: string;
}

@InputType()
export class ReviseMinutesInput extends MinutesTransitionInput {
  @Field(() => [MinutesNoteInput], { description: 'Items that are not named keep their note.' })
  notes!: MinutesNoteInput[];

  @Field(() => [ID], { description: 'Objections that the new version answers.' }) resolves!: string[];
  @Field(() => String, { nullable: true, description: 'What has changed; required once they are circulated.' })
  reason?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Needed where the period for objections is over.' })
  objectionsUntil?: Date | null;
}

@ObjectType()
export class ReviseMinutesPayload extends MinutesPayload {}

@Resolver()
export class ReviseMinutesResolver {
  constructor(private readonly transition: MinutesTransitionHandler) {}

  @Mutation(() => ReviseMinutesPayload, { description: 'The secretariat writes the next version from the data.' })
  async reviseMinutes(
    @CurrentActor() actor: Actor,
    @Args('input') { minutesId, expectedRevision, notes, ...input }: ReviseMinutesInput,
  ): Promise<ReviseMinutesPayload> {
    const noted = new Map(notes.map(({ agendaItemId, text }) => [agendaItemId, tidyText(text) || null]));
    const about = { minutesId, expectedRevision, action: 'reviseMinutes', input, notes: noted } as const;
    return toMinutesPayload(await this.transition.execute(actor, about));
  }
}
