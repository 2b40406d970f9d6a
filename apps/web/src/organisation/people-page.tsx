import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  OrganisationChoicesDocument,
  type OrganisationChoicesQuery,
  OrganisationPeopleDocument,
  type OrganisationPeopleQuery,
} from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { type Facet, isOn } from '../paged-list/list-view.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { Failure } from '../ui/failure.js';
import { Loading, Page } from '../ui/page.js';
import { AssignmentWords } from './assignment-words.js';
import { partyChoices } from './body-acts.js';
import { OrganisationNav } from './organisation-nav.js';
import { beginningActOf } from './people-acts.js';

const pageSize = 25;

type PeopleFacet = 'suche' | 'land' | 'gremium' | 'beendete';

function peopleFacets({ bodies }: OrganisationChoicesQuery): readonly Facet<PeopleFacet>[] {
  return [
    { kind: 'search', name: 'suche', label: 'Name, Land oder E-Mail-Adresse' },
    { kind: 'choice', name: 'land', label: 'Land oder Bund', choices: partyChoices },
    {
      kind: 'choice',
      name: 'gremium',
      label: 'Gremium',
      choices: bodies.map(({ code, shortName }) => ({ value: code, label: shortName })),
    },
    { kind: 'flag', name: 'beendete', label: 'Auch beendete Aufgaben zeigen' },
  ];
}

export function PeoplePage() {
  const [version, setVersion] = useState(0);
  const [{ data, error }, execute] = useQuery({ query: OrganisationChoicesDocument });
  const reload = useCallback(() => {
    execute({ requestPolicy: 'network-only' });
    setVersion((current) => current + 1);
  }, [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Personen werden geladen" />;
  const beginnings = data.organisationActions.filter(({ available }) => available);
  const mayBegin = beginnings.some(({ action }) => beginningActOf(data)(action) !== null);
  return (
    <Page title="Organisation: Personen und Aufgaben" lead="Wer welche Aufgabe hat, für wen und seit wann.">
      <div className="stack">
        <OrganisationNav />
        {mayBegin && <ActPanel actions={beginnings} actOf={beginningActOf(data)} onDone={reload} onReload={reload} />}
        <People choices={data} version={version} />
      </div>
    </Page>
  );
}

interface PeopleProps {
  readonly choices: OrganisationChoicesQuery;
  readonly version: number;
}

function People({ choices, version }: PeopleProps) {
  const facets = useMemo(() => peopleFacets(choices), [choices]);
  const { view, show } = useListView(facets);
  const filter = { search: view.suche.trim() || null, party: view.land || null, body: view.gremium || null };
  return (
    <>
      <ListFilters label="Personen filtern" facets={facets} view={view} onChange={show} />
      <PagedList
        query={OrganisationPeopleDocument}
        variablesOf={(after) => ({ first: pageSize, after, ended: isOn(view.beendete), filter })}
        connectionOf={({ people }) => people}
        row={(person) => <PersonCard person={person} />}
        words={{ one: 'Person', many: 'Personen' }}
        version={version}
        empty={<p className="kern-body">Zu diesen Angaben gibt es niemanden. Setzen Sie die Filter zurück.</p>}
      />
    </>
  );
}

function PersonCard({ person }: { readonly person: OrganisationPeopleQuery['people']['nodes'][number] }) {
  const { id, name, assignments } = person;
  return (
    <article className="boxed">
      <p className="kern-body kern-body--bold">
        <Link className="kern-link" to={`/organisation/personen/${id}`}>
          {name}
        </Link>
      </p>
      {assignments.length === 0 && <p className="kern-body">Zurzeit ohne Aufgabe.</p>}
      {assignments.map((assignment) => (
        <p className="kern-body" key={assignment.id}>
          <AssignmentWords assignment={assignment} />
        </p>
      ))}
    </article>
  );
}
