import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  toWrittenProcedurePayload,
  WrittenProcedureActInput,
  WrittenProcedurePayload,
} from '../../written-procedure.graphql.js';
import { EndWrittenProcedureEarlyHandler } from './end-written-procedure-early.handler.js';

@InputType()
export class EndWrittenProcedureEarlyInput extends WrittenProcedureActInput {}

@ObjectType()
export class EndWrittenProcedureEarlyPayload extends WrittenProcedurePayload {}

@Resolver()
export class EndWrittenProcedureEarlyResolver {
  constructor(private readonly handler: EndWrittenProcedureEarlyHandler) {}

  @Mutation(() => EndWrittenProcedureEarlyPayload, {
    description: 'When all Länder have voted: ends the vote, and the result is determined by the rule.',
  })
  async endWrittenProcedureEarly(
    @CurrentActor() actor: Actor,
    @Args('input') input: EndWrittenProcedureEarlyInput,
  ): Promise<EndWrittenProcedureEarlyPayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
