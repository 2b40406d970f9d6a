import { bodyKindNames } from '#glossary';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type BodyRowPartsFragment, OrganisationBodiesDocument } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { choicesOf, type Facet, keyOf } from '../paged-list/list-view.js';
import { useListView } from '../paged-list/use-list-view.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';
import { setUpBody } from './body-acts.js';
import { BodyRow, BodyTree } from './body-tree.js';
import { isCalled, standNames, stands } from './body-words.js';
import { OrganisationNav } from './organisation-nav.js';

type BodyFacet = 'suche' | 'art' | 'stand';

const facets: readonly Facet<BodyFacet>[] = [
  { kind: 'search', name: 'suche', label: 'Kürzel oder Name' },
  { kind: 'choice', name: 'art', label: 'Art', choices: choicesOf(bodyKindNames) },
  { kind: 'choice', name: 'stand', label: 'Zeit', choices: choicesOf(standNames), usual: 'heute' },
];

export function BodiesPage() {
  const [{ data, error }, execute] = useQuery({ query: OrganisationBodiesDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Gremien werden geladen" />;
  const begin = data.organisationActions.filter(({ action, available }) => action === 'setUpBody' && available);
  return (
    <Page
      title="Organisation: Gremien"
      lead="Welche Gremien es gibt und gab. Mitglieder, Rechte und Namen stehen dort."
    >
      <div className="stack">
        <OrganisationNav />
        {begin.length > 0 && (
          <ActPanel actions={begin} actOf={() => setUpBody(data.bodies)} onDone={reload} onReload={reload} />
        )}
        <BodyList bodies={data.bodies} />
      </div>
    </Page>
  );
}

/** Unless narrowed a tree; what a search finds stands alone, with the name of the body above it. */
function BodyList({ bodies }: { readonly bodies: readonly BodyRowPartsFragment[] }) {
  const { today } = useSession().viewer;
  const { view, show } = useListView(facets);
  const stand = keyOf(standNames, view.stand) ?? 'heute';
  const found = bodies
    .filter((body) => stands(body, stand, today) && isCalled(body, view.suche.trim()))
    .filter(({ kind }) => view.art === '' || view.art === kind);
  const isTree = view.suche.trim() === '' && view.art === '' && stand !== 'frueher';
  return (
    <>
      <ListFilters label="Gremien filtern" facets={facets} view={view} onChange={show} />
      <section aria-label="Gremien">
        <p className="kern-body kern-body--bold" role="status">
          {found.length === 0 ? 'Kein Gremium gefunden.' : countOf(found.length, 'Gremium', 'Gremien')}
        </p>
        {found.length === 0 && (
          <p className="kern-body">
            {stand === 'frueher' && view.suche === '' && view.art === ''
              ? 'Noch ist kein Gremium aufgelöst worden.'
              : 'Zu diesen Angaben gibt es keines. Setzen Sie die Filter zurück.'}
          </p>
        )}
        {isTree ? (
          <BodyTree bodies={found} parent={null} today={today} />
        ) : (
          <ul className="plain-list card-list">
            {found.map((body) => (
              <li key={body.code}>
                <BodyRow body={body} today={today} withParent />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
