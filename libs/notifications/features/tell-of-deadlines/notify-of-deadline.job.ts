import { rolesWith } from '#deadlines';
import { deadlineKindNames, type DeadlineKind, type Role } from '#glossary';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import type { Recipient } from '../../domain/notification.js';
import { Notifications } from '../../persistence/notifications.js';

/** Tells of whom something is expected until then, and the secretariat, that they have more time now, or less. */
@EventJob({ name: 'notify-of-moved-deadline', on: ['deadline.moved'] })
export class NotifyOfMovedDeadlineJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data, actorPersonId }: OutboxMessage): Promise<void> {
    const { kind, conferenceId } = data;
    if (!isDeadlineKind(kind) || typeof conferenceId !== 'string') return;
    const roles: readonly Role[] = ['SECRETARIAT', ...rolesWith(kind)];
    const because = `die Frist Sie betrifft: ${deadlineKindNames[kind]}`;
    const concerned: Recipient[] = [];
    for (const role of new Set(roles)) {
      const holders = await this.offices.membersOf(tx, { role });
      concerned.push(...holders.map(({ personId }) => ({ personId, because })));
    }
    const others = concerned.filter(({ personId }) => personId !== actorPersonId);
    const recipients = [...new Map(others.map((each) => [each.personId, each])).values()];
    const about = { messageId: id, recordKind: 'timeline', recordId: conferenceId } as const;
    await this.notifications.notify(tx, { ...about, kind: 'deadline-moved', recipients });
  }
}

/** Tells the technicians, once for each run of the sweep, that it had to do what was due long before. */
@EventJob({ name: 'notify-of-late-deadline', on: ['deadline.passed'] })
export class NotifyOfLateDeadlineJob implements EventJobHandler {
  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, data }: OutboxMessage): Promise<void> {
    const { conferenceId, isFirstLate } = data;
    if (isFirstLate !== true || typeof conferenceId !== 'string') return;
    const technicians = await this.offices.membersOf(tx, { role: 'ADMIN' });
    const because = 'Sie die Anlage technisch betreuen';
    const recipients = technicians.map(({ personId }) => ({ personId, because }));
    // Technicians read no timeline: what they can do something about is how the workers are.
    const about = { messageId: id, recordKind: 'installation', recordId: conferenceId } as const;
    await this.notifications.notify(tx, { ...about, kind: 'deadlines-noticed-late', recipients });
  }
}

function isDeadlineKind(kind: unknown): kind is DeadlineKind {
  return typeof kind === 'string' && Object.hasOwn(deadlineKindNames, kind);
}
