import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { sessionModeNames, sessionStateNames, type BodyCode, type SessionMode, type SessionState } from '#glossary';
import { BodyType, bodyOf } from '#organisation';
import { DayScalar, RefusalType, closedSet } from '#platform/graphql';
import type { Session, SessionInvitation } from './domain/session.js';
import type { SessionAnswer } from './session-transition.handler.js';

export const SessionModeEnum = closedSet('SessionMode', sessionModeNames);
const SessionStateEnum = closedSet('SessionState', sessionStateNames);

@ObjectType('Session', { description: 'A body meeting for a conference, or several bodies together.' })
export class SessionType {
  @Field(() => ID) id!: string;
  @Field(() => BodyType, { description: 'The body that leads.' }) body!: BodyType;
  @Field(() => [BodyType], { description: 'All bodies that meet; the first leads.' }) bodies!: readonly BodyType[];
  @Field(() => Int, { nullable: true, description: 'Entered by hand; many sessions carry none.' })
  number!: number | null;

  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => SessionModeEnum) mode!: SessionMode;
  @Field(() => SessionStateEnum) state!: SessionState;
  @Field(() => String) stateLabel!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the invitation that holds.' })
  invitedAt!: Date | null;

  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;

  conferenceId!: string;
  pendingBallots!: number;
  bodyCodes!: readonly BodyCode[];
}

@ObjectType('SessionInvitation', { description: 'As it was sent; never changed afterwards.' })
export class SessionInvitationType implements SessionInvitation {
  @Field(() => Int) number!: number;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => SessionModeEnum) mode!: SessionMode;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String) invitedBy!: string;
  @Field(() => GraphQLISODateTime) invitedAt!: Date;
}

/** Which session, and the revision the person decided on. */
@InputType({ isAbstract: true })
export class SessionTransitionInput {
  @Field(() => ID) sessionId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ isAbstract: true })
export class SessionPayload {
  @Field(() => SessionType, { nullable: true }) session!: SessionType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toSessionType({ body, bodies, ...session }: Session): SessionType {
  return {
    ...session,
    body: bodyOf(body),
    bodies: bodies.map(bodyOf),
    bodyCodes: bodies,
    stateLabel: sessionStateNames[session.state],
  };
}

export function toSessionPayload(answer: SessionAnswer): SessionPayload {
  return answer.ok
    ? { session: toSessionType(answer.session), refusals: [] }
    : { session: null, refusals: answer.refusals };
}
