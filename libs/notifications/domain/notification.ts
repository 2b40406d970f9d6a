import type { CalendarEvent } from './calendar-event.js';

export const notificationKinds = [
  'topic-registered',
  'topic-returned',
  'topic-accepted',
  'topic-assigned',
  'topic-withdrawn',
  'topic-joined',
  'topic-left',
  'topic-taken-over',
  'topic-concluded',
  'topic-restricted',
  'topic-referred-back',
  'topic-decided',
  'late-topic-registered',
  'late-topic-consented',
  'committee-opinion-given',
  'topic-deferred',
  'topic-merged',
  'merge-proposed',
  'merge-answered',
  'merge-ended',
  'comment-round-opened',
  'comment-round-extended',
  'comment-round-closed',
  'item-placed',
  'agenda-circulated',
  'supplement-circulated',
  'resolution-adopted',
  'follow-up-asked',
  'follow-up-reported',
  'follow-up-ended',
  'vote-superseded',
  'vote-recorded',
  'statement-announced',
  'statement-changed',
  'statement-cosigned',
  'statement-withdrawn',
  'minutes-circulated',
  'minutes-revised',
  'minutes-objected',
  'minutes-objection-withdrawn',
  'minutes-objection-rejected',
  'minutes-agreed',
  'correction-proposed',
  'correction-made',
  'correction-rejected',
  'conference-moved',
  'conference-cancelled',
  'deadline-moved',
  'deadlines-noticed-late',
  'deadline-near',
  'deadline-overdue',
  'deadline-escalated',
  'session-invited',
  'session-moved',
  'session-cancelled',
  'session-uninvited',
  'written-procedure-requested',
  'written-procedure-started',
  'written-procedure-restarted',
  'written-procedure-ended',
  'assignment-granted',
  'assignment-handed-over',
  'assignment-ended',
  'deputyship-granted',
  'deputy-appointed',
  'deputy-ended',
  'membership-changed',
  'body-set-up',
  'body-dissolved',
  'chair-term-proposed',
  'chair-term-confirmed',
  'chair-term-swapped',
  'chair-term-shortened',
  'mail-failed',
  'job-given-up',
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

export interface NotificationText {
  /** Subject of the mail, and the headline in the list. */
  readonly subject: string;
  /** One sentence. Which paper it is about, and what it says, is shown behind the link to whoever may see it. */
  readonly sentence: string;
}

export interface Recipient {
  readonly personId: string;
  /** German: why this person is told, as the end of "Sie erhalten diese Nachricht, weil …". */
  readonly because: string;
}

/** What happened to a record, and who is told. It names the record and never quotes it. */
export interface NotificationMessage {
  /** Id of the outbox message that caused it. */
  readonly messageId: string;
  readonly kind: NotificationKind;
  readonly recordKind: string;
  readonly recordId: string;
  readonly recipients: readonly Recipient[];
  /** What goes into the calendars of those who are told by mail. */
  readonly calendarEvent?: CalendarEvent;
}
