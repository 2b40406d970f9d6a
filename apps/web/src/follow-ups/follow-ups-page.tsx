import { FollowUpsDocument } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { Page } from '../ui/page.js';
import { FollowUpRow } from './follow-up-row.js';
import { filterOf, followUpFacets } from './follow-up-view.js';

const pageSize = 50;

export function FollowUpsPage() {
  const { view, show } = useListView(followUpFacets);
  return (
    <Page
      title="Aufträge"
      lead="Was die Beschlüsse von Gremien, Ländern und Bund erwarten. Was zuerst fällig ist, steht oben."
    >
      <div className="stack">
        <ListFilters label="Aufträge filtern" facets={followUpFacets} view={view} onChange={show} />
        <PagedList
          query={FollowUpsDocument}
          variablesOf={(after) => ({ first: pageSize, after, filter: filterOf(view) })}
          connectionOf={({ followUps }) => followUps}
          row={(followUp) => <FollowUpRow followUp={followUp} />}
          words={{ one: 'Auftrag', many: 'Aufträge' }}
          empty={
            <p className="kern-body">
              Zu diesen Filtern gibt es keinen Auftrag, den Sie sehen dürfen. Aufträge legt die Geschäftsstelle zu den
              Ziffern eines Beschlusses an.
            </p>
          }
        />
      </div>
    </Page>
  );
}
