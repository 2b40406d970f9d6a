import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  publicationChangeNames,
  publicationStateNames,
  stayBackReasonNames,
  type PublicationChange,
  type PublicationState,
  type ReleaseObjectKind,
  type StayBackReason,
} from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import type { StoredPublication } from './domain/publication-decision.js';
import type { ChangedObject, HeldBackObject, PublicationReport, ReportedObject } from './domain/publication-report.js';
import type { PublicationAnswer } from './publication-transition.js';
import { ReleaseObjectKindEnum } from './release.graphql.js';

const PublicationStateEnum = closedSet('PublicationState', publicationStateNames);
const StayBackReasonEnum = closedSet('StayBackReason', stayBackReasonNames);
const PublicationChangeEnum = closedSet('PublicationChange', publicationChangeNames);

@ObjectType('ReportedObject')
export class ReportedObjectType implements ReportedObject {
  @Field(() => ID) releaseId!: string;
  @Field(() => ReleaseObjectKindEnum) objectKind!: ReleaseObjectKind;
  @Field(() => String) title!: string;
}

@ObjectType('HeldBackObject')
export class HeldBackObjectType extends ReportedObjectType implements HeldBackObject {
  @Field(() => StayBackReasonEnum, { description: 'Never who objects, and never how many.' }) reason!: StayBackReason;
}

@ObjectType('ChangedObject')
export class ChangedObjectType extends ReportedObjectType implements ChangedObject {
  @Field(() => PublicationChangeEnum) change!: PublicationChange;
}

@ObjectType('PublicationReport', { description: 'What becomes public, what stays back, and what has changed.' })
export class PublicationReportType implements PublicationReport {
  @Field(() => [ReportedObjectType]) becomesPublic!: readonly ReportedObject[];
  @Field(() => [HeldBackObjectType]) staysBack!: readonly HeldBackObject[];
  @Field(() => [ChangedObjectType]) changes!: readonly ChangedObject[];
}

/** Plain fields only; what needs a query or a rule is added by `PublicationFieldsResolver`. */
@ObjectType('Publication', { description: 'Prepared by one person, approved by another.' })
export class PublicationType implements Omit<StoredPublication, 'preparedBy' | 'approvedBy'> {
  @Field(() => ID) id!: string;
  @Field(() => PublicationStateEnum) state!: PublicationState;
  @Field(() => PublicationReportType, { description: 'As it was read and approved.' }) report!: PublicationReport;
  @Field(() => String) preparedByName!: string;
  @Field(() => GraphQLISODateTime) preparedAt!: Date;
  @Field(() => String, { nullable: true }) approvedByName!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) approvedAt!: Date | null;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  conferenceId!: string;
}

@ObjectType({ description: 'The publication as it is now, or why nothing was changed.' })
export class PublicationPayload {
  @Field(() => PublicationType, { nullable: true }) publication!: StoredPublication | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@InputType()
export class PublicationTransitionInput {
  @Field(() => ID) publicationId!: string;
  @Field(() => Int, { description: 'The revision the person has read.' }) expectedRevision!: number;
}

export function toPublicationPayload(answer: PublicationAnswer): PublicationPayload {
  return answer.ok
    ? { publication: answer.publication, refusals: [] }
    : { publication: null, refusals: answer.refusals };
}
