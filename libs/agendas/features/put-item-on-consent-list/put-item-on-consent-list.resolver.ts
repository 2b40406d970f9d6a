import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class PutItemOnConsentListInput extends AgendaTransitionInput {
  @Field(() => ID) itemId!: string;
  @Field(() => String, { nullable: true, description: 'Needed once the agenda is circulated.' }) reason?: string | null;
}

@ObjectType()
export class PutItemOnConsentListPayload extends AgendaPayload {}

@Resolver()
export class PutItemOnConsentListResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => PutItemOnConsentListPayload, {
    description: 'Puts an item that all have recommended on the consent list; refused when a party has pulled it off.',
  })
  async putItemOnConsentList(
    @CurrentActor() actor: Actor,
    @Args('input') input: PutItemOnConsentListInput,
  ): Promise<PutItemOnConsentListPayload> {
    const { agendaId, expectedRevision, ...rest } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'putItemOnConsentList', input: rest }),
    );
  }
}
