import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  type AssignmentCardPartsFragment,
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
import { formatDay } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { partyChoices } from './body-acts.js';
import { OrganisationNav } from './organisation-nav.js';
import { assignmentActOf, beginningActOf } from './people-acts.js';

const pageSize = 25;

type PeopleFacet = 'suche' | 'land' | 'gremium' | 'beendete';

function peopleFacets({ bodies }: OrganisationChoicesQuery): readonly Facet<PeopleFacet>[] {
  return [
    { kind: 'search', name: 'suche', label: 'Name' },
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
        <People choices={data} version={version} onReload={reload} />
      </div>
    </Page>
  );
}

interface PeopleProps {
  readonly choices: OrganisationChoicesQuery;
  readonly version: number;
  readonly onReload: () => void;
}

function People({ choices, version, onReload }: PeopleProps) {
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
        row={(person) => <PersonCard person={person} choices={choices} onReload={onReload} />}
        words={{ one: 'Person', many: 'Personen' }}
        version={version}
        empty={<p className="kern-body">Zu diesen Angaben gibt es niemanden. Setzen Sie die Filter zurück.</p>}
      />
    </>
  );
}

interface PersonCardProps {
  readonly person: OrganisationPeopleQuery['people']['nodes'][number];
  readonly choices: OrganisationChoicesQuery;
  readonly onReload: () => void;
}

function PersonCard({ person: { name, assignments }, choices, onReload }: PersonCardProps) {
  return (
    <article className="boxed stack">
      <KernHeading level={3} size="small">
        {name}
      </KernHeading>
      {assignments.length === 0 && <p className="kern-body">Zurzeit ohne Aufgabe.</p>}
      {assignments.map((assignment) => (
        <AssignmentLine key={assignment.id} name={name} assignment={assignment} choices={choices} onReload={onReload} />
      ))}
    </article>
  );
}

interface AssignmentLineProps {
  readonly name: string;
  readonly assignment: AssignmentCardPartsFragment;
  readonly choices: OrganisationChoicesQuery;
  readonly onReload: () => void;
}

function AssignmentLine({ name, assignment, choices, onReload }: AssignmentLineProps) {
  const { label, isDeputy, state, validFrom, validTo, availableActions, history } = assignment;
  const mayAct = availableActions.some(({ available }) => available);
  return (
    <div>
      <p className="kern-body">
        <strong>{label}</strong>
        {isDeputy && ' (Vertretung)'}, ab {formatDay(validFrom)}
        {validTo !== null && ` bis ${formatDay(validTo)}`}
        {state === 'ENDED' && ', beendet'}
      </p>
      {mayAct && (
        <details>
          <summary className="kern-body">
            Ändern<span className="kern-sr-only">: {`${label}, ${name}`}</span>
          </summary>
          <ActPanel
            actions={availableActions}
            actOf={assignmentActOf(assignment, choices)}
            onDone={onReload}
            onReload={onReload}
            about={`${label}, ${name}`}
          />
        </details>
      )}
      {history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {`${label}, ${name}`}</span>
          </summary>
          <History entries={history} />
        </details>
      )}
    </div>
  );
}
