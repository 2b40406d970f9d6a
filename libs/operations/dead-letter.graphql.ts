import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { failureNames, type FailureKind } from '#glossary';
import { closedSet, PageInfoType } from '#platform/graphql';
import { deadLetterStateNames, type DeadLetter, type DeadLetterState } from './domain/dead-letter.js';

export const DeadLetterStateEnum = closedSet('DeadLetterState', deadLetterStateNames);
export const FailureKindEnum = closedSet('FailureKind', failureNames);

/** Plain fields only; what needs a query or a rule is added by `DeadLetterFieldsResolver`. */
@ObjectType('DeadLetter', {
  description: 'A job that was given up for one message. Says what it was and why it failed, not what it was about.',
})
export class DeadLetterType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'The number under which the log knows the message.' }) messageId!: string;
  @Field(() => String) jobName!: string;
  @Field(() => String) event!: string;
  @Field(() => String, { description: 'The kind of record as in histories, without its id.' }) recordKind!: string;
  @Field(() => DeadLetterStateEnum) state!: DeadLetterState;
  @Field(() => String) stateLabel!: string;
  @Field(() => Int, { description: 'Of all runs together.' }) attempts!: number;
  @Field(() => FailureKindEnum) failure!: FailureKind;
  @Field(() => String, { description: 'In German, without words of the fault itself.' }) failureLabel!: string;
  @Field(() => String, { nullable: true, description: 'SQLSTATE, errno, answer of the mail server or class.' })
  failureCode!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When happened what the message tells of.' }) occurredAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'When it was given up for the first time.' }) firstFailedAt!: Date;
  @Field(() => GraphQLISODateTime) lastFailedAt!: Date;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
}

@ObjectType('DeadLetterConnection')
export class DeadLetterConnectionType {
  @Field(() => [DeadLetterType]) nodes!: readonly DeadLetterType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

export function toDeadLetterType({ outboxId, ...deadLetter }: DeadLetter): DeadLetterType {
  return {
    ...deadLetter,
    messageId: outboxId,
    stateLabel: deadLetterStateNames[deadLetter.state],
    failureLabel: failureNames[deadLetter.failure],
  };
}
