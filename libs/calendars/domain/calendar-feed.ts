import type { CalendarContent, CalendarFeedState } from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/** A calendar that a person has subscribed to; whoever knows its address reads it as that person. */
export interface CalendarFeed {
  readonly id: string;
  readonly personId: string;
  /** Given by the person, to tell one subscription from another: "Telefon". */
  readonly name: string;
  readonly content: CalendarContent;
  readonly state: CalendarFeedState | 'NEW';
  readonly createdAt: Date;
  /** When the address that holds was given out. */
  readonly issuedAt: Date;
  /** When somebody last read it, to the minute; null as long as nobody has. */
  readonly fetchedAt: Date | null;
  readonly revision: number;
}

/** Nobody but the person has anything to do with it, in whatever office. */
export const feedCapacityNames = { SELF: 'Die Person selbst' } as const;
export type FeedCapacity = keyof typeof feedCapacityNames;

export interface CalendarFeedInput {
  readonly name?: string | null | undefined;
  readonly content?: CalendarContent | null | undefined;
}

export interface CalendarFeedContext extends DecisionContext<FeedCapacity> {
  /** Whether there is anything the person may see, by the assignments of today. */
  readonly seesSomething: boolean;
  /** How many the person has that are not revoked. */
  readonly active: number;
  /** Null while only asking which actions are available. */
  readonly input: CalendarFeedInput | null;
}
