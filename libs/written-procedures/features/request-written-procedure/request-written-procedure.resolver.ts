import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { toWrittenProcedurePayload, WrittenProcedurePayload } from '../../written-procedure.graphql.js';
import { RequestWrittenProcedureHandler } from './request-written-procedure.handler.js';

@InputType()
export class RequestWrittenProcedureInput {
  @Field(() => ID) topicId!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class RequestWrittenProcedurePayload extends WrittenProcedurePayload {}

@Resolver()
export class RequestWrittenProcedureResolver {
  constructor(private readonly handler: RequestWrittenProcedureHandler) {}

  @Mutation(() => RequestWrittenProcedurePayload, { description: 'Asks the chair to have a text voted on in writing.' })
  async requestWrittenProcedure(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestWrittenProcedureInput,
  ): Promise<RequestWrittenProcedurePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
