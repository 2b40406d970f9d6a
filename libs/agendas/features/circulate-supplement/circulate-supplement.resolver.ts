import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class CirculateSupplementInput extends AgendaTransitionInput {}

@ObjectType()
export class CirculateSupplementPayload extends AgendaPayload {}

@Resolver()
export class CirculateSupplementResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => CirculateSupplementPayload, {
    description: 'Sends what came late to all parties as the next supplement; its items get numbers with a suffix.',
  })
  async circulateSupplement(
    @CurrentActor() actor: Actor,
    @Args('input') { agendaId, expectedRevision }: CirculateSupplementInput,
  ): Promise<CirculateSupplementPayload> {
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'circulateSupplement' }),
    );
  }
}
