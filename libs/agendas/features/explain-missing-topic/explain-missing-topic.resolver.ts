import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, AgendaTransitionInput, toAgendaPayload } from '../../agenda.graphql.js';

@InputType()
export class ExplainMissingTopicInput extends AgendaTransitionInput {
  @Field(() => ID) topicId!: string;
  @Field(() => String, { description: 'Why it is not on the agenda, for everybody who reads the agenda.' })
  explanation!: string;
}

@ObjectType()
export class ExplainMissingTopicPayload extends AgendaPayload {}

@Resolver()
export class ExplainMissingTopicResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => ExplainMissingTopicPayload, {
    description: 'Says why a topic meant for the conference is not on its agenda, which is not final before.',
  })
  async explainMissingTopic(
    @CurrentActor() actor: Actor,
    @Args('input') input: ExplainMissingTopicInput,
  ): Promise<ExplainMissingTopicPayload> {
    const { agendaId, expectedRevision, ...rest } = input;
    return toAgendaPayload(
      await this.transition.execute(actor, { agendaId, expectedRevision, action: 'explainMissingTopic', input: rest }),
    );
  }
}
