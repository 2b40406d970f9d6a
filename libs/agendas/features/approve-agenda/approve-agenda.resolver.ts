import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class ApproveAgendaInput extends AgendaTransitionInput {}

@ObjectType()
export class ApproveAgendaPayload extends AgendaPayload {}

@Resolver()
export class ApproveAgendaResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => ApproveAgendaPayload, { description: 'The conference approves its agenda.' })
  async approveAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveAgendaInput,
  ): Promise<ApproveAgendaPayload> {
    const { agendaId, expectedRevision } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'approveAgenda' }),
    );
  }
}
