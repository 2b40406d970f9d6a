import { Args, Field, GraphQLISODateTime, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { SilenceRule } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  SilenceRuleEnum,
  toWrittenProcedurePayload,
  WrittenProcedureActInput,
  WrittenProcedurePayload,
} from '../../written-procedure.graphql.js';
import { StartWrittenProcedureHandler } from './start-written-procedure.handler.js';

@InputType()
export class StartWrittenProcedureInput extends WrittenProcedureActInput {
  @Field(() => String, { description: 'Hash of the text that was read.' }) textHash!: string;
  @Field(() => SilenceRuleEnum, { nullable: true, description: 'By default the one of the profile.' })
  silenceRule?: SilenceRule | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Leaves the least time of the profile; by default the end of the last working day of the usual time.',
  })
  closesAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Needed for less than the usual time.' })
  urgencyReason?: string | null;
}

@ObjectType()
export class StartWrittenProcedurePayload extends WrittenProcedurePayload {}

@Resolver()
export class StartWrittenProcedureResolver {
  constructor(private readonly handler: StartWrittenProcedureHandler) {}

  @Mutation(() => StartWrittenProcedurePayload, { description: 'The chair opens the vote; the text is frozen.' })
  async startWrittenProcedure(
    @CurrentActor() actor: Actor,
    @Args('input') input: StartWrittenProcedureInput,
  ): Promise<StartWrittenProcedurePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }
}
