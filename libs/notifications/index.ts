export { MailServerWatch } from './delivery/mail-server-watch.js';
export { failedMailLifecycle } from './domain/failed-mail-lifecycle.js';
export * from './domain/notification.js';
export { CapturedMailsModule, NotificationsModule } from './notifications.module.js';
export { notificationChanges } from './persistence/notification-changes.js';
export { CalendarHolders } from './persistence/calendar-holders.js';
export { Notifications } from './persistence/notifications.js';

/** Events that this library writes to the outbox. */
export const notificationEvents = [
  'notification.created',
  'digest.collected',
  'failedMail.givenUp',
  'failedMail.retried',
  'failedMail.sent',
] as const;

/** Those that nobody is told of. */
export const notificationRecordOnlyEvents = ['failedMail.sent'] as const;
