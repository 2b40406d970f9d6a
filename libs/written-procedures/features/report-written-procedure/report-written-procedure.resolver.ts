import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import {
  toWrittenProcedurePayload,
  WrittenProcedureActInput,
  WrittenProcedurePayload,
  WrittenProcedureType,
} from '../../written-procedure.graphql.js';
import { ProceduresToReportQuery } from './procedures-to-report.query.js';
import { ReportWrittenProcedureHandler } from './report-written-procedure.handler.js';

@InputType()
export class ReportWrittenProcedureInput extends WrittenProcedureActInput {
  @Field(() => ID, { description: 'In which it was told what became of the procedure.' }) conferenceId!: string;
}

@ObjectType()
export class ReportWrittenProcedurePayload extends WrittenProcedurePayload {}

@Resolver()
export class ReportWrittenProcedureResolver {
  constructor(
    private readonly handler: ReportWrittenProcedureHandler,
    private readonly toReport: ProceduresToReportQuery,
  ) {}

  @Mutation(() => ReportWrittenProcedurePayload, { description: 'Notes that a conference was told of the outcome.' })
  async reportWrittenProcedure(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReportWrittenProcedureInput,
  ): Promise<ReportWrittenProcedurePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, input));
  }

  @Query(() => [WrittenProcedureType], {
    description: 'What is to be told in this conference: ended before it was over, and reported in no other one.',
  })
  async writtenProceduresToReport(
    @CurrentActor() actor: Actor,
    @Args('conferenceId', { type: () => ID }) conferenceId: string,
  ): Promise<readonly StoredProcedure[]> {
    return this.toReport.execute(actor, conferenceId);
  }
}
