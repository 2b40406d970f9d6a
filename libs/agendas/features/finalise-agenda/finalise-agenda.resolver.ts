import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class FinaliseAgendaInput extends AgendaTransitionInput {}

@ObjectType()
export class FinaliseAgendaPayload extends AgendaPayload {}

@Resolver()
export class FinaliseAgendaResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => FinaliseAgendaPayload, {
    description: 'Makes the agenda final; refused while a forwarded topic is missing on it.',
  })
  async finaliseAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') input: FinaliseAgendaInput,
  ): Promise<FinaliseAgendaPayload> {
    const { agendaId, expectedRevision } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'finaliseAgenda' }),
    );
  }
}
