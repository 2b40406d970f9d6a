import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  cosignatureEndNames,
  statementStateNames,
  type CosignatureEnd,
  type PartyCode,
  type StatementState,
} from '#glossary';
import { PartyType } from '#organisation';
import { AvailableActionType, closedSet, RefusalType } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import type { Cosignature } from './domain/statement.js';
import type { StoredStatement } from './persistence/statement.repository.js';
import type { StatementAnswer } from './statement-transition.handler.js';

const StatementStateEnum = closedSet('StatementState', statementStateNames);
const CosignatureEndEnum = closedSet('CosignatureEnd', cosignatureEndNames);

@ObjectType('Cosignature', { description: 'Another party joining a statement, given for one text.' })
export class CosignatureType {
  @Field(() => PartyType) party!: PartyType;
  @Field(() => String) textHash!: string;
  @Field(() => GraphQLISODateTime) cosignedAt!: Date;
  @Field(() => String) cosignedBy!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null as long as it stands.' }) endedAt!: Date | null;
  @Field(() => CosignatureEndEnum, { nullable: true }) endedBecause!: CosignatureEnd | null;
}

/** Plain fields only; what needs a query or a rule is added by `StatementFieldsResolver`. */
@ObjectType('Statement', { description: 'A statement for the record of one party; the text is the author’s alone.' })
export class StatementType implements Omit<StoredStatement, 'party' | 'cosignatures'> {
  @Field(() => ID) id!: string;
  @Field(() => StatementStateEnum) state!: StatementState;
  @Field(() => String) text!: string;
  @Field(() => String, { description: 'Whoever joins the statement names it.' }) textHash!: string;
  @Field(() => Boolean, { description: 'Announced after the session had begun.' }) isLate!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Null when the secretariat announced it on behalf of the party.',
  })
  authorName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who announced it on behalf of the party.' })
  onBehalfBy!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) announcedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) recordedAt!: Date | null;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  topicId!: string;
  agendaItemId!: string | null;
  writtenProcedureId!: string | null;
  party!: PartyCode;
  readers!: readonly number[] | null;
  cosignatures!: readonly Cosignature[];
  createdAt!: Date;
  updatedAt!: Date;
}

@ObjectType('StatementPlace', { description: 'Where a statement on the topic is made now.' })
export class StatementPlaceType {
  @Field(() => ID, { nullable: true }) agendaItemId!: string | null;
  @Field(() => ID, { nullable: true }) writtenProcedureId!: string | null;
  @Field(() => [PartyType], { description: 'Parties in whose name the viewer may make one.' })
  parties!: readonly PartyType[];

  @Field(() => [AvailableActionType], { description: 'Ways to begin one; for those that are closed, why.' })
  availableActions!: readonly ActionAvailability[];
}

@ObjectType({ description: 'The statement as it is now, or why nothing was changed.' })
export class StatementPayload {
  @Field(() => StatementType, { nullable: true }) statement!: StoredStatement | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toStatementPayload(answer: StatementAnswer): StatementPayload {
  return answer.ok ? { statement: answer.statement, refusals: [] } : { statement: null, refusals: answer.refusals };
}
