import { notificationChannelNames, type NotificationChannel, type Role } from '#glossary';
import { notificationKinds, type NotificationKind } from './notification.js';

const notificationChannels = Object.keys(notificationChannelNames) as readonly NotificationChannel[];

/** What has to be done by a deadline, decides on one's own rights, or lies until one acts: always at once, and by mail. */
const mandatory: ReadonlySet<NotificationKind> = new Set([
  'topic-returned',
  'merge-proposed',
  'comment-round-opened',
  'vote-superseded',
  'vote-recorded',
  'statement-changed',
  'session-invited',
  'session-moved',
  'session-cancelled',
  'session-uninvited',
  'conference-moved',
  'conference-cancelled',
  'minutes-circulated',
  'minutes-revised',
  'written-procedure-started',
  'written-procedure-restarted',
  'follow-up-asked',
  'deadline-moved',
  'deadline-overdue',
  'deadline-escalated',
  'assignment-granted',
  'assignment-handed-over',
  'assignment-ended',
  'deputyship-granted',
  'job-given-up',
]);

/** Told to whoever does not belong to it any more as well, or keeps only an eye on who does: all of it is in the mail. */
const withoutReading: ReadonlySet<NotificationKind> = new Set([
  'session-cancelled',
  'session-uninvited',
  'deadline-escalated',
]);

/** Whether somebody is told only who may read the record, when it is told and when the mail leaves. */
export function isForReaders(kind: NotificationKind): boolean {
  return !withoutReading.has(kind);
}

/** A mail about mails that fail would fail too. */
const neverByMail: readonly NotificationChannel[] = ['IN_APP', 'NONE'];

/** What comes by the dozen when an agenda is compiled, and what nobody has to act on: together. */
const usuallyDaily: ReadonlySet<NotificationKind> = new Set([
  'topic-joined',
  'topic-left',
  'topic-concluded',
  'topic-merged',
  'committee-opinion-given',
  'item-placed',
  'statement-announced',
  'statement-cosigned',
  'minutes-objection-withdrawn',
  'resolution-adopted',
  'correction-made',
  'minutes-agreed',
  'follow-up-reported',
]);

/** What one may want to know some time. */
const usuallyWeekly: ReadonlySet<NotificationKind> = new Set(['membership-changed', 'body-set-up', 'body-dissolved']);

/** How somebody is told who has chosen nothing: at once and by mail, unless it can wait. */
export function usualChannelOf(kind: NotificationKind): NotificationChannel {
  if (usuallyDaily.has(kind)) return 'DAILY';
  return usuallyWeekly.has(kind) ? 'WEEKLY' : (channelsOf(kind)[0] ?? 'MAIL');
}

const reach: Partial<Readonly<Record<NotificationKind, Role>>> = {
  'topic-registered': 'SECRETARIAT',
  'topic-restricted': 'SECRETARIAT',
  'late-topic-consented': 'SECRETARIAT',
  'late-topic-registered': 'CHAIR',
  'merge-answered': 'SECRETARIAT',
  'follow-up-reported': 'SECRETARIAT',
  'mail-failed': 'SECRETARIAT',
  'written-procedure-requested': 'CHAIR',
  'deadlines-noticed-late': 'ADMIN',
  'job-given-up': 'ADMIN',
};

/** Whether somebody with these roles can ever be told of it; most kinds may reach anybody. */
export function mayReach(kind: NotificationKind, roles: readonly Role[]): boolean {
  const role = reach[kind];
  return role === undefined || roles.includes(role);
}

export function isMandatory(kind: NotificationKind): boolean {
  return mandatory.has(kind);
}

export const mandatoryKinds: readonly NotificationKind[] = notificationKinds.filter(isMandatory);

export function channelsOf(kind: NotificationKind): readonly NotificationChannel[] {
  if (kind === 'mail-failed') return neverByMail;
  return isMandatory(kind) ? ['MAIL'] : notificationChannels;
}

/** Under which heading a kind is offered; the first beginning that fits. */
const areas: readonly (readonly [beginning: string, area: string])[] = [
  ['written-procedure', 'Umlaufverfahren'],
  ['topic', 'Themen'],
  ['late-topic', 'Themen'],
  ['committee-opinion', 'Themen'],
  ['merge', 'Themen'],
  ['comment-round', 'Themen'],
  ['item', 'Tagesordnungen und Sitzungen'],
  ['agenda', 'Tagesordnungen und Sitzungen'],
  ['supplement', 'Tagesordnungen und Sitzungen'],
  ['session', 'Tagesordnungen und Sitzungen'],
  ['conference', 'Tagesordnungen und Sitzungen'],
  ['deadline', 'Fristen'],
  ['resolution', 'Beschlüsse und Niederschriften'],
  ['vote', 'Beschlüsse und Niederschriften'],
  ['statement', 'Beschlüsse und Niederschriften'],
  ['minutes', 'Beschlüsse und Niederschriften'],
  ['correction', 'Beschlüsse und Niederschriften'],
  ['follow-up', 'Aufträge'],
  ['mail', 'Technik'],
  ['job', 'Technik'],
];

export function areaOf(kind: NotificationKind): string {
  return areas.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'Organisation und Vorsitz';
}
