import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class ReviewAgendaInput extends AgendaTransitionInput {}

@ObjectType()
export class ReviewAgendaPayload extends AgendaPayload {}

@Resolver()
export class ReviewAgendaResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => ReviewAgendaPayload, { description: 'Notes that the pre-conference has gone through the agenda.' })
  async reviewAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReviewAgendaInput,
  ): Promise<ReviewAgendaPayload> {
    const { agendaId, expectedRevision } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'reviewAgenda' }),
    );
  }
}
