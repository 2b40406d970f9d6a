import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FollowUpsDocument, type FollowUpFilter } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';
import { FollowUpRow } from './follow-up-row.js';
import { FollowUpFilters } from './follow-up-filters.js';
import { filterOf, paramsOf, viewOf } from './follow-up-view.js';

const pageSize = 50;

export function FollowUpsPage() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  return (
    <Page
      title="Aufträge"
      lead="Was die Beschlüsse von Gremien, Ländern und Bund erwarten. Was zuerst fällig ist, steht oben."
    >
      <div className="stack">
        <FollowUpFilters view={view} onChange={(next) => setParams(paramsOf(next), { preventScrollReset: true })} />
        {/* Another filter is another list: it starts at its first page. */}
        <FollowUpPages key={paramsOf(view).toString()} filter={filterOf(view)} />
      </div>
    </Page>
  );
}

/** The pages loaded so far, one below the other; each is asked for by the cursor of the one before. */
function FollowUpPages({ filter }: { readonly filter: FollowUpFilter }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [total, setTotal] = useState<number | null>(null);
  return (
    <div>
      <p className="kern-body kern-body--bold" role="status">
        {total === null ? '' : total === 0 ? 'Keine Aufträge gefunden.' : countOf(total, 'Auftrag', 'Aufträge')}
      </p>
      {total === 0 && (
        <p className="kern-body">
          Zu diesen Filtern gibt es keinen Auftrag, den Sie sehen dürfen. Aufträge legt die Geschäftsstelle zu den
          Ziffern eines Beschlusses an.
        </p>
      )}
      <ul className="plain-list card-list">
        {cursors.map((after, position) => (
          <OnePage
            key={after ?? 'first'}
            filter={filter}
            after={after}
            onTotal={setTotal}
            onMore={position === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
          />
        ))}
      </ul>
    </div>
  );
}

interface OnePageProps {
  readonly filter: FollowUpFilter;
  readonly after: string | null;
  readonly onTotal: (total: number) => void;
  readonly onMore: ((cursor: string) => void) | null;
}

function OnePage({ filter, after, onTotal, onMore }: OnePageProps) {
  const [{ data, error }, execute] = useQuery({
    query: FollowUpsDocument,
    variables: { first: pageSize, after, filter },
  });
  const total = data?.followUps.totalCount;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total, onTotal]);
  if (!data) {
    return (
      <li>
        {error ? (
          <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading what="Aufträge werden geladen" />
        )}
      </li>
    );
  }
  const { nodes, pageInfo } = data.followUps;
  const cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      {nodes.map((followUp) => (
        <li key={followUp.id}>
          <FollowUpRow followUp={followUp} />
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
