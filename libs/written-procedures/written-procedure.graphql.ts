import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  silenceRuleNames,
  writtenProcedureStateNames,
  type PartyCode,
  type SilenceRule,
  type WrittenProcedureState,
} from '#glossary';
import { BallotType } from '#decisions';
import { PartyType } from '#organisation';
import { closedSet, PageInfoType, RefusalType } from '#platform/graphql';
import type { SeriesNumber, WrittenRule } from './domain/written-procedure.js';
import type { ProcedureAnswer } from './persistence/held-procedures.js';
import type { Terms } from './persistence/procedure-terms.js';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';

export const WrittenProcedureStateEnum = closedSet('WrittenProcedureState', writtenProcedureStateNames);
export const SilenceRuleEnum = closedSet('SilenceRule', silenceRuleNames);

/** Plain fields only; what needs a query or a rule is added by `WrittenProcedureFieldsResolver`. */
@ObjectType('WrittenProcedure', { description: 'A vote in writing on one text, identified by its hash.' })
export class WrittenProcedureType implements StoredProcedure {
  @Field(() => ID) id!: string;
  @Field(() => WrittenProcedureStateEnum) state!: WrittenProcedureState;
  @Field(() => String) requestReason!: string;
  @Field(() => GraphQLISODateTime) requestedAt!: Date;
  @Field(() => Int, { description: 'A changed text is another round; 0 before the start.' }) round!: number;
  @Field(() => String, { nullable: true, description: 'Hash of the text that is voted on; every form names it.' })
  textHash!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the deadline is shorter than usual.' })
  urgencyReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) startedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Nothing is accepted then or later.' })
  closesAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over, whenever that was noticed.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Forms do not change it. Send it back as expectedRevision.' }) revision!: number;

  topicId!: string;
  conferenceId!: string;
  profileCode!: string;
  requestedBy!: PartyCode | null;
  number!: SeriesNumber | null;
  resolutionNumber!: SeriesNumber | null;
  proposalVersionId!: string | null;
  rule!: WrittenRule | null;
  endedEarlyAt!: Date | null;
  reportedConferenceId!: string | null;
}

@ObjectType('WrittenTerms', { description: 'What a round that is opened now gets, by the profile of the conference.' })
export class WrittenTermsType implements Omit<Terms, 'deadlineFor' | 'ruleWith' | 'runningTimeInWords'> {
  @Field(() => SilenceRuleEnum, { description: 'Unless the chair names another one.' }) silenceRule!: SilenceRule;
  @Field(() => GraphQLISODateTime) regularDeadline!: Date;
  @Field(() => String, { description: 'Which days count for it, and which do not and why.' }) regularInWords!: string;
  @Field(() => GraphQLISODateTime, { description: 'When it is said why it is urgent.' }) urgentDeadline!: Date;
  @Field(() => String) urgentInWords!: string;
  @Field(() => Int, { description: 'So many hours at least lie before a deadline.' }) leavesHours!: number;
}

@ObjectType('WrittenRound', { description: 'What was voted on under one text.' })
export class WrittenRoundType {
  @Field(() => Int) number!: number;
  @Field(() => BallotType, { description: 'Votes of an earlier round stay with it, and do not count for the later.' })
  ballot!: BallotType;
}

@ObjectType('ReleaseVote', { description: 'Whether a party objects to the release; shown to that party alone.' })
export class ReleaseVoteType {
  @Field(() => PartyType) party!: PartyType;
  @Field(() => Boolean) objects!: boolean;
  @Field(() => GraphQLISODateTime) givenAt!: Date;
  @Field(() => String) givenBy!: string;
  @Field(() => String, { nullable: true, description: 'Who recorded it on behalf of the party.' }) onBehalfBy!:
    string | null;
}

@ObjectType({ description: 'The written procedure as it is now, or why nothing was changed.' })
export class WrittenProcedurePayload {
  @Field(() => WrittenProcedureType, { nullable: true }) writtenProcedure!: StoredProcedure | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType('WrittenProcedureConnection')
export class WrittenProcedureConnectionType {
  @Field(() => [WrittenProcedureType]) nodes!: readonly StoredProcedure[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

/** For acts on a procedure that another may have changed. */
@InputType()
export class WrittenProcedureActInput {
  @Field(() => ID) procedureId!: string;
  @Field(() => Int) expectedRevision!: number;
}

export function toWrittenProcedurePayload(answer: ProcedureAnswer): WrittenProcedurePayload {
  return answer.ok
    ? { writtenProcedure: answer.procedure, refusals: [] }
    : { writtenProcedure: null, refusals: answer.refusals };
}
