import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { AgendaPayload, toAgendaPayload } from '../../agenda.graphql.js';
import { CompileAgendaHandler } from './compile-agenda.handler.js';

@InputType()
export class CompileAgendaInput {
  @Field(() => ID) conferenceId!: string;
}

@ObjectType()
export class CompileAgendaPayload extends AgendaPayload {}

@Resolver()
export class CompileAgendaResolver {
  constructor(private readonly handler: CompileAgendaHandler) {}

  @Mutation(() => CompileAgendaPayload, { description: 'Adds every forwarded topic that is not on the agenda yet.' })
  async compileAgenda(
    @CurrentActor() actor: Actor,
    @Args('input') { conferenceId }: CompileAgendaInput,
  ): Promise<CompileAgendaPayload> {
    return toAgendaPayload(await this.handler.execute(actor, conferenceId));
  }
}
