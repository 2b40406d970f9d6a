import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaPayload, toAgendaPayload } from '../../agenda.graphql.js';
import { CompileAgendaHandler } from './compile-agenda.handler.js';

@InputType()
export class CompileAgendaInput {
  @Field(() => ID, { nullable: true, description: 'For the agenda of the main conference.' })
  conferenceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For the agenda of this session.' }) sessionId?: string | null;
}

@ObjectType()
export class CompileAgendaPayload extends AgendaPayload {}

@Resolver()
export class CompileAgendaResolver {
  constructor(private readonly handler: CompileAgendaHandler) {}

  @Mutation(() => CompileAgendaPayload, { description: 'Adds every forwarded topic that is not on the agenda yet.' })
  async compileAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') { conferenceId, sessionId }: CompileAgendaInput,
  ): Promise<CompileAgendaPayload> {
    const answer = sessionId
      ? await this.handler.executeForSession(actor, sessionId)
      : await this.handler.execute(actor, conferenceId ?? '');
    return toAgendaPayload(answer);
  }
}
