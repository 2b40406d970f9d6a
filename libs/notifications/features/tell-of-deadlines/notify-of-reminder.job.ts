import { Reminders } from '#deadlines';
import type { ReminderRung } from '#glossary';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { NotificationKind } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';

const kinds: Readonly<Record<ReminderRung, NotificationKind>> = {
  HALF_TIME: 'deadline-near',
  TWO_DAYS: 'deadline-near',
  ONE_DAY: 'deadline-near',
  OVERDUE: 'deadline-overdue',
  ESCALATION: 'deadline-escalated',
};

/** Tells those whom the ladder of reminders has reached. Who and why was noted together with the message. */
@EventJob({ name: 'notify-of-reminder', on: ['deadline.reminded'] })
export class NotifyOfReminderJob implements EventJobHandler {
  constructor(
    private readonly reminders: Reminders,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id: messageId, data }: OutboxMessage): Promise<void> {
    const { rung, reminderIds } = data;
    if (!isRung(rung) || !Array.isArray(reminderIds)) return;
    const recipients = await this.reminders.recipientsOf(tx, reminderIds.map(String));
    await this.notifications.notify(tx, { messageId, kind: kinds[rung], ...placeOf(data), recipients });
  }
}

/** What has a page of its own is shown there; all else on the timeline of its conference. */
function placeOf({ subjectKind, subjectId, conferenceId }: OutboxMessage['data']): {
  readonly recordKind: string;
  readonly recordId: string;
} {
  return subjectKind === 'conference'
    ? { recordKind: 'timeline', recordId: String(conferenceId) }
    : { recordKind: String(subjectKind), recordId: String(subjectId) };
}

function isRung(rung: unknown): rung is ReminderRung {
  return typeof rung === 'string' && Object.hasOwn(kinds, rung);
}
