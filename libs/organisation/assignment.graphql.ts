import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoType, RefusalType, closedSet } from '#platform/graphql';
import type { AssignmentAnswer } from './assignment-transition.handler.js';
import { assignmentStateNames, type AssignmentRecord } from './domain/assignment-record.js';
import { AssignmentType, PersonType, toAssignmentType } from './organisation.graphql.js';

export const AssignmentStateEnum = closedSet('AssignmentState', assignmentStateNames);

@ObjectType('AssignmentRecord', { description: 'What a person is entrusted with, as a record with its own history.' })
export class AssignmentRecordType extends AssignmentType {
  @Field(() => ID) id!: string;
  @Field(() => Boolean, { description: 'Stands in for somebody else.' }) isDeputy!: boolean;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  record!: AssignmentRecord;
}

@ObjectType('PersonConnection')
export class PersonConnectionType {
  @Field(() => [PersonType]) nodes!: readonly PersonType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

@ObjectType()
export class AssignmentPayload {
  @Field(() => AssignmentRecordType, { nullable: true }) assignment!: AssignmentRecordType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toAssignmentRecordType(record: AssignmentRecord): AssignmentRecordType {
  const { id, deputyOf, revision } = record;
  return { ...toAssignmentType(record), id, isDeputy: deputyOf !== null, revision, record };
}

export function toAssignmentPayload(answer: AssignmentAnswer): AssignmentPayload {
  return answer.ok
    ? { assignment: toAssignmentRecordType(answer.assignment), refusals: [] }
    : { assignment: null, refusals: answer.refusals };
}
