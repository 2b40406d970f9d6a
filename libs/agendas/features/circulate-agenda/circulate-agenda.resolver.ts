import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class CirculateAgendaInput extends AgendaTransitionInput {}

@ObjectType()
export class CirculateAgendaPayload extends AgendaPayload {}

@Resolver()
export class CirculateAgendaResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => CirculateAgendaPayload, { description: 'Sends the agenda to all parties and fixes its numbers.' })
  async circulateAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') input: CirculateAgendaInput,
  ): Promise<CirculateAgendaPayload> {
    const { agendaId, expectedRevision } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'circulateAgenda' }),
    );
  }
}
