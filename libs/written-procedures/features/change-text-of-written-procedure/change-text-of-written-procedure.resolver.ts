import { Args, Field, GraphQLISODateTime, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ClauseInput } from '#proposals';
import {
  toWrittenProcedurePayload,
  WrittenProcedureActInput,
  WrittenProcedurePayload,
} from '../../written-procedure.graphql.js';
import { ChangeTextOfWrittenProcedureHandler } from './change-text-of-written-procedure.handler.js';

@InputType()
export class ChangeTextOfWrittenProcedureInput extends WrittenProcedureActInput {
  @Field(() => Int, { description: 'Number of the version that was read.' }) expectedVersion!: number;
  @Field(() => [ClauseInput]) clauses!: ClauseInput[];
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the new round; by default the usual time.' })
  closesAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Needed for less than the usual time.' })
  urgencyReason?: string | null;

  @Field(() => String) reason!: string;
}

@ObjectType()
export class ChangeTextOfWrittenProcedurePayload extends WrittenProcedurePayload {}

@Resolver()
export class ChangeTextOfWrittenProcedureResolver {
  constructor(private readonly handler: ChangeTextOfWrittenProcedureHandler) {}

  @Mutation(() => ChangeTextOfWrittenProcedurePayload, {
    description: 'Ends the round and opens another one on a new text; earlier votes are kept and do not count.',
  })
  async changeTextOfWrittenProcedure(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeTextOfWrittenProcedureInput,
  ): Promise<ChangeTextOfWrittenProcedurePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
