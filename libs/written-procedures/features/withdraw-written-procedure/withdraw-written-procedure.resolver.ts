import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  toWrittenProcedurePayload,
  WrittenProcedureActInput,
  WrittenProcedurePayload,
} from '../../written-procedure.graphql.js';
import { WithdrawWrittenProcedureHandler } from './withdraw-written-procedure.handler.js';

@InputType()
export class WithdrawWrittenProcedureInput extends WrittenProcedureActInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class WithdrawWrittenProcedurePayload extends WrittenProcedurePayload {}

@Resolver()
export class WithdrawWrittenProcedureResolver {
  constructor(private readonly handler: WithdrawWrittenProcedureHandler) {}

  @Mutation(() => WithdrawWrittenProcedurePayload, {
    description: 'Gives up the vote in writing, not the topic: it goes back before the conference.',
  })
  async withdrawWrittenProcedure(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawWrittenProcedureInput,
  ): Promise<WithdrawWrittenProcedurePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
