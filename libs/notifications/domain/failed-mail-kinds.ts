import { notificationChannelNames } from '#glossary';
import type { DigestPeriod } from './digest-mail.js';
import { notificationKinds } from './notification.js';
import { textOf } from './notification-text.js';

const digestKinds: Readonly<Record<DigestPeriod, string>> = { DAILY: 'digest-daily', WEEKLY: 'digest-weekly' };

/** Summaries beside the kinds of notifications. */
export function kindOfDigest(period: DigestPeriod): string {
  return digestKinds[period];
}

const labels: ReadonlyMap<string, string> = new Map([
  ...notificationKinds.map((kind) => [kind, textOf(kind).subject] as const),
  [digestKinds.DAILY, notificationChannelNames.DAILY],
  [digestKinds.WEEKLY, notificationChannelNames.WEEKLY],
]);

/** What a mail was about: the subject of its kind. A kind that exists no longer is called by its code. */
export function labelOfMail(kind: string): string {
  return labels.get(kind) ?? kind;
}
