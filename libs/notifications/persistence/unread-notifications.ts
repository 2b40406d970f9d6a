import type { ReadTx } from '#platform/database';

export async function countUnread(tx: ReadTx, personId: string | null): Promise<number> {
  const [row] = await tx.prepared<{ unread: number }>(
    'count-unread-notifications',
    'SELECT count(*)::int AS unread FROM notifications WHERE recipient_id = $1 AND read_at IS NULL',
    [personId],
  );
  return row?.unread ?? 0;
}
