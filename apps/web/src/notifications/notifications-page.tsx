import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { MarkNotificationsReadDocument, NotificationsDocument, type NotificationsQuery } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FailedPart, Failure } from '../ui/failure.js';
import { countOf, formatInstant } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';
import { refusalOfFailure, type Refusal } from '../ui/refusals.js';
import { everyUnread } from './every-unread.js';

type Entry = NotificationsQuery['notifications']['nodes'][number];
type Marks = (ids: readonly string[]) => void;

const first = 20;

/** The answer to marking names no entry; this says which lists have to be read again. */
const context = { additionalTypenames: ['NotificationConnection'] };

export function NotificationsPage() {
  const { refresh, viewer } = useSession();
  const status = useRef<HTMLParagraphElement>(null);
  const [{ data, error }, execute] = useQuery({ query: NotificationsDocument, variables: { first } });
  const [, markRead] = useMutation(MarkNotificationsReadDocument);
  const client = useClient();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isMarkingAll, setMarkingAll] = useState(false);
  if (!data) {
    if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Ihre Benachrichtigungen werden geladen" />;
  }
  const { nodes, unread, pageInfo } = data.notifications;
  const mark = async (ids: readonly string[]) => {
    const { error: failure } = await markRead({ input: { ids: [...ids] } }, context);
    if (failure) return setRefusals([refusalOfFailure(failure)]);
    setRefusals([]);
    refresh();
    // The button that was pressed is gone.
    status.current?.focus();
  };
  const markAll = async () => {
    setMarkingAll(true);
    const { ids, error: failure } = await everyUnread(client);
    if (failure) setRefusals([refusalOfFailure(failure)]);
    else await mark(ids);
    setMarkingAll(false);
  };
  const onRead: Marks = (ids) => void mark(ids);
  return (
    <Page
      title="Benachrichtigungen"
      lead={
        <p>
          Was sich bei Themen getan hat, mit denen Sie befasst sind.{' '}
          <Link className="kern-link" to="/benachrichtigungen/einstellungen">
            Einstellen, wie Sie davon erfahren
          </Link>
          {viewer.capacities.some(({ role }) => role === 'SECRETARIAT') && (
            <>
              {' · '}
              <Link className="kern-link" to="/benachrichtigungen/fehlgeschlagen">
                Nicht zugestellte E-Mails
              </Link>
            </>
          )}
        </p>
      }
    >
      <ErrorSummary refusals={refusals} />
      <div className="row list-header">
        <p className="kern-body" role="status" tabIndex={-1} ref={status}>
          {unread === 0
            ? 'Alles gelesen.'
            : countOf(unread, 'ungelesene Benachrichtigung', 'ungelesene Benachrichtigungen')}
        </p>
        {unread > 0 && (
          <KernButton
            text={isMarkingAll ? 'Wird markiert …' : 'Alle als gelesen markieren'}
            variant="secondary"
            icon="check"
            aria-disabled={isMarkingAll}
            onClick={() => !isMarkingAll && void markAll()}
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
            <NotificationEntry entry={entry} onRead={onRead} />
          </li>
        ))}
        {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Older after={pageInfo.endCursor} onRead={onRead} />}
      </ul>
    </Page>
  );
}

interface OlderProps {
  /** Where the page before ends today: when that page grows at its top, this one follows without a gap. */
  readonly after: string;
  readonly onRead: Marks;
}

function Older(props: OlderProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OlderEntries {...props} />;
  return (
    <li>
      <KernButton text="Ältere laden" variant="secondary" onClick={() => setOpen(true)} />
    </li>
  );
}

function OlderEntries({ after, onRead }: OlderProps) {
  const [{ data, error }, execute] = useQuery({ query: NotificationsDocument, variables: { first, after } });
  const nodes = data?.notifications.nodes;
  const newest = useRef<HTMLLIElement>(null);
  const hasTakenFocus = useRef(false);
  const isLoaded = nodes !== undefined;
  useEffect(() => {
    if (!isLoaded || hasTakenFocus.current) return;
    // The button that asked for these is gone; reading goes on at the first of them.
    newest.current?.querySelector('a')?.focus();
    hasTakenFocus.current = true;
  }, [isLoaded]);
  if (!data) {
    return (
      <li>
        {error ? (
          <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading what="Ältere Benachrichtigungen werden geladen" />
        )}
      </li>
    );
  }
  const { pageInfo } = data.notifications;
  return (
    <>
      {data.notifications.nodes.map((entry, position) => (
        <li key={entry.id} ref={position === 0 ? newest : undefined}>
          <NotificationEntry entry={entry} onRead={onRead} />
        </li>
      ))}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && <Older after={pageInfo.endCursor} onRead={onRead} />}
    </>
  );
}

/** The path of a link into this installation; the server gives it with or without its own address. */
function pathOf(link: string): string {
  const { pathname, search } = new URL(link, window.location.origin);
  return `${pathname}${search}`;
}

function NotificationEntry({ entry, onRead }: { readonly entry: Entry; readonly onRead: Marks }) {
  const read = () => onRead([entry.id]);
  const isUnread = entry.readAt === null;
  return (
    <>
      <p className="kern-body">
        {isUnread && <span className="unread-mark">Neu: </span>}
        <Link className="kern-link" to={pathOf(entry.link)} onClick={isUnread ? read : undefined}>
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
          alt={`Als gelesen markieren: ${entry.text} (${formatInstant(entry.createdAt)})`}
          variant="tertiary"
          onClick={read}
        />
      )}
    </>
  );
}
