import type { Client, CombinedError } from 'urql';
import { NotificationsDocument, type NotificationsQuery } from '../generated/graphql.js';

interface Unread {
  readonly ids: readonly string[];
  readonly error?: CombinedError | undefined;
}

const first = 100;

/** All that is unread, also what the page has not loaded: "all" means all. */
export async function everyUnread(client: Client, after: string | null = null): Promise<Unread> {
  const asked = client.query(NotificationsDocument, { first, after }, { requestPolicy: 'network-only' });
  const { data, error } = await asked.toPromise();
  if (error !== undefined || data === undefined) return { ids: [], error };
  const { nodes, pageInfo } = data.notifications;
  const ids = unreadOf(nodes);
  if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return { ids };
  const older = await everyUnread(client, pageInfo.endCursor);
  return { ids: [...ids, ...older.ids], error: older.error };
}

function unreadOf(entries: NotificationsQuery['notifications']['nodes']): readonly string[] {
  return entries.filter(({ readAt }) => readAt === null).map(({ id }) => id);
}
