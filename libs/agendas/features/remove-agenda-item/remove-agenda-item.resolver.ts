import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class RemoveAgendaItemInput extends AgendaTransitionInput {
  @Field(() => ID) itemId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class RemoveAgendaItemPayload extends AgendaPayload {}

@Resolver()
export class RemoveAgendaItemResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => RemoveAgendaItemPayload, {
    description: 'Takes an item off; it stays visible with its number and the reason.',
  })
  async removeAgendaItem(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemoveAgendaItemInput,
  ): Promise<RemoveAgendaItemPayload> {
    const { agendaId, expectedRevision, ...rest } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'removeAgendaItem', input: rest }),
    );
  }
}
