import type { Change, ChangeSource } from '#platform/pushes';

/** New notifications, each told to the one whom it is for. */
export const notificationChanges: ChangeSource = {
  name: 'notifications',
  visible: (tx, ids) =>
    tx.query<Change>(
      `SELECT 'notification' AS "recordKind", id AS "recordId" FROM notifications WHERE id = ANY ($1::uuid[])`,
      [ids],
    ),
};
