import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class CloseAgendaInput extends AgendaTransitionInput {}

@ObjectType()
export class CloseAgendaPayload extends AgendaPayload {}

@Resolver()
export class CloseAgendaResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => CloseAgendaPayload, {
    description: 'Closes the agenda after the conference; refused while an item has no outcome.',
  })
  async closeAgenda(@CurrentActor() actor: Actor, @Args('input') input: CloseAgendaInput): Promise<CloseAgendaPayload> {
    const { agendaId, expectedRevision } = input;
    return toAgendaPayload(await this.transition.execute(actor, { agendaId, expectedRevision, action: 'closeAgenda' }));
  }
}
