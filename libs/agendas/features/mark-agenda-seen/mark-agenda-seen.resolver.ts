import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaPayload, toAgendaPayload } from '../../agenda.graphql.js';
import { MarkAgendaSeenHandler } from './mark-agenda-seen.handler.js';

@InputType()
export class MarkAgendaSeenInput {
  @Field(() => ID) agendaId!: string;
  @Field(() => GraphQLISODateTime, { description: 'Up to when what was shown told of changes.' }) upTo!: Date;
}

@ObjectType()
export class MarkAgendaSeenPayload extends AgendaPayload {}

@Resolver()
export class MarkAgendaSeenResolver {
  constructor(private readonly handler: MarkAgendaSeenHandler) {}

  @Mutation(() => MarkAgendaSeenPayload, {
    description: 'Remembers for the viewer alone that they have looked at the agenda.',
  })
  async markAgendaSeen(
    @CurrentActor() actor: Actor,
    @Args('input') { agendaId, upTo }: MarkAgendaSeenInput,
  ): Promise<MarkAgendaSeenPayload> {
    return toAgendaPayload(await this.handler.execute(actor, agendaId, upTo));
  }
}
