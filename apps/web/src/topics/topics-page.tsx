import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { TopicsDocument, type TopicFilter, type TopicRowPartsFragment, type TopicSort } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { FailedPart } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page } from '../ui/page.js';
import { TopicRow } from '../ui/topic-list.js';
import { TopicFilters } from './topic-filters.js';
import { filterOf, paramsOf, type TopicListView, viewOf } from './topic-filter.js';

const pageSize = 50;

export function TopicsPage() {
  const { viewer } = useSession();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  const filter = useMemo(() => filterOf(view), [view]);
  const show = (changed: TopicListView) => setParams(paramsOf(changed), { preventScrollReset: true });
  return (
    <Page title="Themen" lead="Alle Themen, die Sie sehen dürfen.">
      <div className="stack">
        {viewer.capacities.some(({ role }) => role === 'SECRETARIAT') && (
          <LinkButton to="/benannte-stellen" text="Gruppen benannter Stellen" />
        )}
        {viewer.mayRegisterFor.length > 0 && (
          <div>
            <LinkButton to="/themen/neu" text="Thema anmelden" variant="primary" icon="add" />
          </div>
        )}
        <TopicFilters view={view} onChange={show} />
        {/* Another filter is another list: it starts at its first page. */}
        <TopicPages key={paramsOf(view).toString()} filter={filter} sort={view.sort} />
      </div>
    </Page>
  );
}

interface TopicPagesProps {
  readonly filter: TopicFilter;
  readonly sort: TopicSort;
}

/** The pages loaded so far, one below the other; each is asked for by the cursor of the one before. */
function TopicPages({ filter, sort }: TopicPagesProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [total, setTotal] = useState<number | null>(null);
  const last = cursors.length - 1;
  return (
    <div>
      <p className="kern-body kern-body--bold" role="status">
        {total === null ? '' : total === 0 ? 'Keine Themen gefunden.' : countOf(total, 'Thema', 'Themen')}
      </p>
      {total === 0 && (
        <p className="kern-body">
          Zu diesen Filtern gibt es kein Thema, das Sie sehen dürfen. Setzen Sie die Filter zurück oder suchen Sie mit
          anderen Worten.
        </p>
      )}
      <ul className="plain-list card-list">
        {cursors.map((after, position) => (
          <OnePage
            key={after ?? 'first'}
            filter={filter}
            sort={sort}
            after={after}
            onTotal={setTotal}
            onMore={position === last ? (cursor) => setCursors([...cursors, cursor]) : null}
          />
        ))}
      </ul>
    </div>
  );
}

interface OnePageProps extends TopicPagesProps {
  readonly after: string | null;
  readonly onTotal: (total: number) => void;
  readonly onMore: ((cursor: string) => void) | null;
}

function OnePage({ filter, sort, after, onTotal, onMore }: OnePageProps) {
  const [{ data, error }, execute] = useQuery({
    query: TopicsDocument,
    variables: { first: pageSize, after, filter, sort },
  });
  const total = data?.topics.totalCount;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total, onTotal]);
  const first = useRef<HTMLLIElement>(null);
  const isAddedPage = after !== null && data !== undefined;
  useEffect(() => {
    // The button that asked for this page is gone; reading goes on at the first topic it brought.
    if (isAddedPage) first.current?.querySelector('a')?.focus();
  }, [isAddedPage]);
  if (!data) {
    return (
      <li>
        {error ? (
          <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading what="Themen werden geladen" />
        )}
      </li>
    );
  }
  const { nodes, pageInfo } = data.topics;
  const cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      {nodes.map((topic: TopicRowPartsFragment, position) => (
        <li key={topic.id} ref={position === 0 ? first : undefined}>
          <TopicRow topic={topic} />
        </li>
      ))}
      {onMore !== null && cursor !== null && (
        <li>
          <KernButton text="Weitere laden" variant="secondary" onClick={() => onMore(cursor)} />
        </li>
      )}
    </>
  );
}
