import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { calendarContentNames, calendarFeedStateNames, type CalendarContent, type CalendarFeedState } from '#glossary';
import { closedSet, RefusalType } from '#platform/graphql';
import type { CalendarFeedAnswer } from './calendar-feed-transition.handler.js';
import type { CalendarFeed } from './domain/calendar-feed.js';

export const CalendarContentEnum = closedSet('CalendarContent', calendarContentNames);
const CalendarFeedStateEnum = closedSet('CalendarFeedState', calendarFeedStateNames);

/** Plain fields only; what needs a query or a rule is added by `CalendarFeedFieldsResolver`. */
@ObjectType('CalendarFeed', {
  description: 'A calendar the viewer has subscribed to. Its address is a key: shown once, and never again.',
})
export class CalendarFeedType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => CalendarContentEnum) content!: CalendarContent;
  @Field(() => String) contentLabel!: string;
  @Field(() => CalendarFeedStateEnum) state!: CalendarFeedState;
  @Field(() => String) stateLabel!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'When the address that holds was given out.' }) issuedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last read, to the minute.' })
  fetchedAt!: Date | null;

  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
}

/** Which subscription, and the revision the person decided on. */
@InputType({ isAbstract: true })
export class CalendarFeedTransitionInput {
  @Field(() => ID) feedId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ isAbstract: true })
export class CalendarFeedPayload {
  @Field(() => CalendarFeedType, { nullable: true }) calendarFeed!: CalendarFeedType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType({ isAbstract: true })
export class IssuedCalendarFeedPayload extends CalendarFeedPayload {
  @Field(() => String, { nullable: true, description: 'Shown this once. Whoever knows it reads the calendar.' })
  address!: string | null;
}

export function toCalendarFeedType({ personId: _personId, state, ...feed }: CalendarFeed): CalendarFeedType {
  const shown = state === 'NEW' ? 'ACTIVE' : state;
  return {
    ...feed,
    state: shown,
    stateLabel: calendarFeedStateNames[shown],
    contentLabel: calendarContentNames[feed.content],
  };
}

export function toCalendarFeedPayload(answer: CalendarFeedAnswer): IssuedCalendarFeedPayload {
  return answer.ok
    ? { calendarFeed: toCalendarFeedType(answer.feed), address: answer.address, refusals: [] }
    : { calendarFeed: null, address: null, refusals: answer.refusals };
}
