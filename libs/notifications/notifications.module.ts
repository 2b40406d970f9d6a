import { Module } from '@nestjs/common';
import { DeadlinesModule } from '#deadlines';
import { OrganisationModule } from '#organisation';
import { MailPace } from './delivery/mail-pace.js';
import { mailServerWatch, MailServerWatch } from './delivery/mail-server-watch.js';
import { MailTransport } from './delivery/mail-transport.js';
import { CheckMailServerJob } from './features/check-mail-server/check-mail-server.job.js';
import { ChooseDigestTimeHandler } from './features/choose-digest-time/choose-digest-time.handler.js';
import { ChooseDigestTimeResolver } from './features/choose-digest-time/choose-digest-time.resolver.js';
import { ChooseNotificationChannelHandler } from './features/choose-notification-channel/choose-notification-channel.handler.js';
import { ChooseNotificationChannelResolver } from './features/choose-notification-channel/choose-notification-channel.resolver.js';
import { FailedMailListQuery } from './features/list-failed-mails/failed-mail-list.query.js';
import { ListFailedMailsResolver } from './features/list-failed-mails/list-failed-mails.resolver.js';
import { ListNotificationsResolver } from './features/list-notifications/list-notifications.resolver.js';
import { NotificationListQuery } from './features/list-notifications/notification-list.query.js';
import { MarkNotificationsReadHandler } from './features/mark-notifications-read/mark-notifications-read.handler.js';
import { MarkNotificationsReadResolver } from './features/mark-notifications-read/mark-notifications-read.resolver.js';
import { RetryFailedMailHandler } from './features/retry-failed-mail/retry-failed-mail.handler.js';
import { RetryFailedMailResolver } from './features/retry-failed-mail/retry-failed-mail.resolver.js';
import { CollectDigestsJob } from './features/send-digest/collect-digests.job.js';
import { SendDigestMailJob } from './features/send-digest/send-digest-mail.job.js';
import { SendNotificationMailJob } from './features/send-notification-mail/send-notification-mail.job.js';
import { NotificationPreferencesResolver } from './features/show-notification-preferences/notification-preferences.resolver.js';
import { CapturedMailsController } from './features/show-captured-mails/captured-mails.controller.js';
import { CapturedMailsQuery } from './features/show-captured-mails/captured-mails.query.js';
import {
  NotifyOfLateDeadlineJob,
  NotifyOfMovedDeadlineJob,
} from './features/tell-of-deadlines/notify-of-deadline.job.js';
import { NotifyOfDeadLetterJob } from './features/tell-of-dead-letter/notify-of-dead-letter.job.js';
import { NotifyOfFailedMailJob } from './features/tell-of-failed-mail/notify-of-failed-mail.job.js';
import { NotifyOfReminderJob } from './features/tell-of-deadlines/notify-of-reminder.job.js';
import { NotifyOfAssignmentJob } from './features/tell-of-organisation/notify-of-assignment.job.js';
import { NotifyOfBodyJob } from './features/tell-of-organisation/notify-of-body.job.js';
import { NotifyOfChairTermJob } from './features/tell-of-organisation/notify-of-chair-term.job.js';
import { NotifyOfFirstAssignmentJob } from './features/tell-of-organisation/notify-of-first-assignment.job.js';
import { CalendarHolders } from './persistence/calendar-holders.js';
import { Digests } from './persistence/digests.js';
import { FailedMails } from './persistence/failed-mails.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { NotificationPreferencesQuery } from './notification-preferences.query.js';
import { MailServerState } from './persistence/mail-server-state.js';
import { Notifications } from './persistence/notifications.js';
import { Preferences } from './persistence/preferences.js';

@Module({
  imports: [DeadlinesModule, OrganisationModule],
  providers: [
    CalendarHolders,
    Notifications,
    MailDeliveries,
    MailPace,
    MailServerState,
    mailServerWatch,
    CheckMailServerJob,
    MailTransport,
    SendNotificationMailJob,
    Digests,
    CollectDigestsJob,
    SendDigestMailJob,
    FailedMails,
    FailedMailListQuery,
    ListFailedMailsResolver,
    RetryFailedMailHandler,
    RetryFailedMailResolver,
    NotifyOfDeadLetterJob,
    NotifyOfFailedMailJob,
    Preferences,
    NotificationPreferencesQuery,
    NotificationPreferencesResolver,
    ChooseNotificationChannelHandler,
    ChooseNotificationChannelResolver,
    ChooseDigestTimeHandler,
    ChooseDigestTimeResolver,
    NotifyOfAssignmentJob,
    NotifyOfLateDeadlineJob,
    NotifyOfMovedDeadlineJob,
    NotifyOfReminderJob,
    NotifyOfBodyJob,
    NotifyOfChairTermJob,
    NotifyOfFirstAssignmentJob,
    NotificationListQuery,
    ListNotificationsResolver,
    MarkNotificationsReadHandler,
    MarkNotificationsReadResolver,
  ],
  exports: [CalendarHolders, MailServerWatch, Notifications],
})
export class NotificationsModule {}

/** The development page with the captured mails; only for compositions in which all people are invented. */
@Module({ controllers: [CapturedMailsController], providers: [CapturedMailsQuery] })
export class CapturedMailsModule {}
