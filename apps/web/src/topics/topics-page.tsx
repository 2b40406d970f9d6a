import { useMemo } from 'react';
import { useQuery } from 'urql';
import { ConferenceChoicesDocument, TopicsDocument } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { useSession } from '../session/session.js';
import { LinkButton } from '../ui/link-button.js';
import { Page } from '../ui/page.js';
import { TopicRow } from '../ui/topic-list.js';
import { filterOf, sortOf, topicFacets } from './topic-filter.js';

const pageSize = 50;

export function TopicsPage() {
  const { viewer } = useSession();
  const [{ data }] = useQuery({ query: ConferenceChoicesDocument });
  const facets = useMemo(
    () => topicFacets(data?.conferences.map(({ id, title }) => ({ value: id, label: title })) ?? null),
    [data],
  );
  const { view, show } = useListView(facets);
  return (
    <Page title="Themen" lead="Alle Themen, die Sie sehen dürfen.">
      <div className="stack">
        {viewer.capacities.some(({ role }) => role === 'SECRETARIAT') && (
          <div>
            <LinkButton to="/benannte-stellen" text="Gruppen benannter Stellen" />
          </div>
        )}
        {viewer.mayRegisterFor.length > 0 && (
          <div>
            <LinkButton to="/themen/neu" text="Thema anmelden" variant="primary" icon="add" />
          </div>
        )}
        <ListFilters label="Themen filtern" facets={facets} view={view} onChange={show} />
        <PagedList
          query={TopicsDocument}
          variablesOf={(after) => ({ first: pageSize, after, filter: filterOf(view), sort: sortOf(view) })}
          connectionOf={({ topics }) => topics}
          row={(topic) => <TopicRow topic={topic} />}
          words={{ one: 'Thema', many: 'Themen' }}
          empty={
            <p className="kern-body">
              Zu diesen Filtern gibt es kein Thema, das Sie sehen dürfen. Setzen Sie die Filter zurück oder suchen Sie
              mit anderen Worten.
            </p>
          }
        />
      </div>
    </Page>
  );
}
