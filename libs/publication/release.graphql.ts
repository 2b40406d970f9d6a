import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  releaseObjectionStateNames,
  releaseObjectKindNames,
  releaseStateNames,
  type Classification,
  type PartyCode,
  type ReleaseObjectionState,
  type ReleaseObjectKind,
  type ReleaseState,
} from '#glossary';
import { closedSet, PageInfoType, RefusalType } from '#platform/graphql';
import { ClassificationEnum } from '#topics';
import type { ReleaseObjection } from './domain/release-objection.js';
import type { Release } from './domain/release.js';
import type { ReleaseAnswer } from './release-transition.handler.js';

export const ReleaseObjectKindEnum = closedSet('ReleaseObjectKind', releaseObjectKindNames);
export const ReleaseStateEnum = closedSet('ReleaseState', releaseStateNames);
const ReleaseObjectionStateEnum = closedSet('ReleaseObjectionState', releaseObjectionStateNames);

/** Plain fields only; what needs a query or a rule is added by `ReleaseFieldsResolver`. */
@ObjectType('Release', { description: 'Whether one object may become public.' })
export class ReleaseType implements Release {
  @Field(() => ID) id!: string;
  @Field(() => ReleaseObjectKindEnum) objectKind!: ReleaseObjectKind;
  @Field(() => String) title!: string;
  @Field(() => ClassificationEnum) classification!: Classification;
  @Field(() => Boolean) releaseWish!: boolean;
  @Field(() => ReleaseStateEnum) state!: ReleaseState;
  @Field(() => GraphQLISODateTime) objectionsUntil!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) releasedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) publishedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  objectId!: string;
  topicId!: string;
  conferenceId!: string;
  proposedAt!: Date;
}

@ObjectType('ReleaseObjection', { description: 'An objection of a party of the viewer. Nobody sees another’s.' })
export class ReleaseObjectionType implements ReleaseObjection {
  @Field(() => ID) id!: string;
  @Field(() => ReleaseObjectionStateEnum) state!: ReleaseObjectionState;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String) objectedBy!: string;
  @Field(() => GraphQLISODateTime) objectedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;

  releaseId!: string;
  party!: PartyCode;
  revision!: number;
}

@ObjectType('ReleaseConnection')
export class ReleaseConnectionType {
  @Field(() => [ReleaseType]) nodes!: readonly Release[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
}

@ObjectType({ description: 'The release as it is now, or why nothing was changed.' })
export class ReleasePayload {
  @Field(() => ReleaseType, { nullable: true }) release!: Release | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@InputType()
export class ReleaseTransitionInput {
  @Field(() => ID) releaseId!: string;
  @Field(() => Int, { description: 'The revision the person has read.' }) expectedRevision!: number;
}

export function toReleasePayload(answer: ReleaseAnswer): ReleasePayload {
  return answer.ok ? { release: answer.release, refusals: [] } : { release: null, refusals: answer.refusals };
}
