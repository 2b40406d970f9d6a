import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { MarkNotificationsReadDocument, NotificationsDocument, type NotificationsQuery } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatInstant } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';

type Entry = NotificationsQuery['notifications']['nodes'][number];

const pageSize = 20;

export function NotificationsPage() {
  const { refresh } = useSession();
  const [first, setFirst] = useState(pageSize);
  const status = useRef<HTMLParagraphElement>(null);
  const [{ data, error }, execute] = useQuery({ query: NotificationsDocument, variables: { first } });
  const [, markRead] = useMutation(MarkNotificationsReadDocument);
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Ihre Benachrichtigungen werden geladen" />;
  }
  const { nodes, unread, pageInfo } = data.notifications;
  const unreadIds = nodes.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const mark = async (ids: string[]) => {
    await markRead({ input: { ids } });
    reload();
    refresh();
    // The button that was pressed is gone.
    status.current?.focus();
  };
  return (
    <Page title="Benachrichtigungen" lead="Was sich bei Themen getan hat, mit denen Sie befasst sind.">
      <div className="row list-header">
        <p className="kern-body" role="status" tabIndex={-1} ref={status}>
          {unread === 0
            ? 'Alles gelesen.'
            : countOf(unread, 'ungelesene Benachrichtigung', 'ungelesene Benachrichtigungen')}
        </p>
        {unreadIds.length > 0 && (
          <KernButton
            text="Alle als gelesen markieren"
            variant="secondary"
            icon="check"
            onClick={() => void mark(unreadIds)}
          />
        )}
      </div>
      {nodes.length === 0 && (
        <p className="kern-body">
          Sie haben noch keine Benachrichtigungen. Sobald etwas geschieht, das Sie angeht, steht es hier.
        </p>
      )}
      <ul className="plain-list card-list">
        {nodes.map((entry) => (
          <li key={entry.id}>
            <NotificationEntry entry={entry} onRead={() => void mark([entry.id])} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <KernButton text="Ältere laden" variant="secondary" onClick={() => setFirst(first + pageSize)} />
      )}
    </Page>
  );
}

/** The path of a link into this installation; the server gives it with or without its own address. */
function pathOf(link: string): string {
  const { pathname, search } = new URL(link, window.location.origin);
  return `${pathname}${search}`;
}

function NotificationEntry({ entry, onRead }: { readonly entry: Entry; readonly onRead: () => void }) {
  const isUnread = entry.readAt === null;
  return (
    <>
      <p className="kern-body">
        {isUnread && <span className="unread-mark">Neu: </span>}
        <Link className="kern-link" to={pathOf(entry.link)} onClick={isUnread ? onRead : undefined}>
          {entry.text}
        </Link>
      </p>
      <p className="kern-body kern-body--small kern-body--muted">
        <time dateTime={entry.createdAt}>{formatInstant(entry.createdAt)}</time> · Sie bekommen das, weil{' '}
        {entry.because}.
      </p>
      {isUnread && (
        <KernButton
          text="Als gelesen markieren"
          alt={`Als gelesen markieren: ${entry.text}`}
          variant="tertiary"
          onClick={onRead}
        />
      )}
    </>
  );
}
