import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { AgendaList } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaListEnum, AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class MoveAgendaItemInput extends AgendaTransitionInput {
  @Field(() => ID) itemId!: string;
  @Field(() => Int, { description: 'New place within its group, from 1.' }) position!: number;
  @Field(() => AgendaListEnum, { nullable: true }) list?: AgendaList | null;
  @Field(() => String, { nullable: true, description: 'Needed once the agenda is circulated.' }) reason?: string | null;
}

@ObjectType()
export class MoveAgendaItemPayload extends AgendaPayload {}

@Resolver()
export class MoveAgendaItemResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => MoveAgendaItemPayload, {
    description: 'Moves an item within its group or to another list. Its number stays.',
  })
  async moveAgendaItem(
    @CurrentActor() actor: Actor,
    @Args('input') input: MoveAgendaItemInput,
  ): Promise<MoveAgendaItemPayload> {
    const { agendaId, expectedRevision, ...rest } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'moveAgendaItem', input: rest }),
    );
  }
}
