import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import type { Act } from '../acts/act.js';
import {
  type ActionPartsFragment,
  type CalendarFeedPartsFragment,
  CalendarFeedsDocument,
} from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { AddressNotice } from './address-notice.js';
import { creation, feedActOf, type GivenAddress } from './calendar-acts.js';

/** Calendars that a person reads elsewhere. Their addresses are keys, and are shown once. */
export function CalendarsPage() {
  const [{ data, error }, execute] = useQuery({ query: CalendarFeedsDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const [given, setGiven] = useState<GivenAddress | null>(null);
  // An address goes out of sight with the next act, which may have made it worthless.
  const finish = (address: GivenAddress | null) => {
    setGiven(address);
    reload();
  };
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Ihre Kalenderabonnements werden geladen" />;
  }
  const { nodes, availableActions } = data.calendarFeeds;
  return (
    <Page
      title="Kalenderabonnements"
      lead={
        <p>
          Sitzungen und Ihre Fristen in Ihrem eigenen Kalender, immer auf dem Stand Ihrer Rechte. Ein Kalender nennt
          nie, worum es geht. Wie Sie sonst von etwas erfahren, legen Sie unter{' '}
          <Link className="kern-link" to="/benachrichtigungen/einstellungen">
            Benachrichtigungen einstellen
          </Link>{' '}
          fest.
        </p>
      }
    >
      <ActsWithAddress
        actions={availableActions}
        actOf={(onAddress) => (action) => (action === 'createCalendarFeed' ? creation(onAddress) : null)}
        onDone={finish}
        onReload={reload}
      />
      {given && <AddressNotice given={given} onClose={() => setGiven(null)} />}
      <Section title="Ihre Abonnements">
        {nodes.length === 0 && (
          <p className="kern-body">
            Sie haben noch kein Kalenderabonnement. Legen Sie eines an und tragen Sie seine Adresse in Outlook, auf dem
            Telefon oder in einem anderen Kalenderprogramm ein.
          </p>
        )}
        <ul className="plain-list stack">
          {nodes.map((feed) => (
            <li key={feed.id} className="boxed">
              <Feed feed={feed} onDone={finish} onReload={reload} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

interface FeedProps {
  readonly feed: CalendarFeedPartsFragment;
  readonly onDone: (given: GivenAddress | null) => void;
  readonly onReload: () => void;
}

function Feed({ feed, onDone, onReload }: FeedProps) {
  const { name, contentLabel, issuedAt, fetchedAt, availableActions, history } = feed;
  return (
    <>
      <h3 className="kern-heading-small">{name}</h3>
      <p className="kern-body">
        {contentLabel}. Adresse vom {formatInstant(issuedAt)}.{' '}
        {fetchedAt === null ? 'Noch nie abgerufen.' : `Zuletzt abgerufen: ${formatInstant(fetchedAt)}.`}
      </p>
      <ActsWithAddress
        actions={availableActions}
        actOf={(onAddress) => feedActOf(feed, onAddress)}
        onDone={onDone}
        onReload={onReload}
        about={name}
      />
      <details>
        <summary className="kern-body">Verlauf</summary>
        <History entries={history} />
      </details>
    </>
  );
}

interface ActsProps {
  readonly actions: readonly ActionPartsFragment[];
  readonly actOf: (onAddress: (given: GivenAddress) => void) => (action: string) => Act | null;
  readonly onDone: (given: GivenAddress | null) => void;
  readonly onReload: () => void;
  readonly about?: string;
}

/** The buttons; the address that one of them has given out is told when the dialog has ended, for it takes the focus. */
function ActsWithAddress({ actions, actOf, onDone, onReload, about }: ActsProps) {
  const handedOut = useRef<GivenAddress | null>(null);
  const finish = () => {
    onDone(handedOut.current);
    handedOut.current = null;
  };
  return (
    <ActPanel
      actions={actions}
      actOf={actOf((address) => (handedOut.current = address))}
      onDone={finish}
      onReload={onReload}
      {...(about === undefined ? {} : { about })}
    />
  );
}
