import { KernButton, KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  type AssignmentCardPartsFragment,
  OrganisationChoicesDocument,
  type OrganisationChoicesQuery,
  OrganisationPeopleDocument,
} from '../generated/graphql.js';
import { FailedPart, Failure } from '../ui/failure.js';
import { Checkbox, SelectField, TextField } from '../ui/fields.js';
import { countOf, formatDay } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { partyChoices } from './body-acts.js';
import { OrganisationNav } from './organisation-nav.js';
import { assignmentActOf, beginningActOf } from './people-acts.js';

const pageSize = 25;
const noFilter = { search: '', party: '', body: '', ended: false };
type View = typeof noFilter;

export function PeoplePage() {
  const [view, setView] = useState<View>(noFilter);
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
        <Filters view={view} choices={data} onChange={setView} />
        <PeoplePages key={`${JSON.stringify(view)}-${version}`} view={view} choices={data} onReload={reload} />
      </div>
    </Page>
  );
}

interface FiltersProps {
  readonly view: View;
  readonly choices: OrganisationChoicesQuery;
  readonly onChange: (view: View) => void;
}

function Filters({ view, choices, onChange }: FiltersProps) {
  const [search, setSearch] = useState(view.search);
  const bodies = choices.bodies.map(({ code, shortName }) => ({ value: code, label: shortName }));
  return (
    <form
      role="search"
      aria-label="Personen filtern"
      className="filters boxed"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...view, search });
      }}
    >
      <TextField id="suche" label="Name" type="search" value={search} onChange={setSearch} />
      <KernButton text="Suchen" type="submit" variant="secondary" icon="search" />
      <SelectField
        id="land"
        label="Land oder Bund"
        value={view.party}
        onChange={(party) => onChange({ ...view, search, party })}
        choices={partyChoices}
        empty="Alle"
      />
      <SelectField
        id="gremium"
        label="Gremium"
        value={view.body}
        onChange={(body) => onChange({ ...view, search, body })}
        choices={bodies}
        empty="Alle"
      />
      <Checkbox
        id="beendete"
        label="Auch beendete Aufgaben zeigen"
        checked={view.ended}
        onChange={(ended) => onChange({ ...view, search, ended })}
      />
    </form>
  );
}

interface PeoplePagesProps {
  readonly view: View;
  readonly choices: OrganisationChoicesQuery;
  readonly onReload: () => void;
}

function PeoplePages(props: PeoplePagesProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <ul className="plain-list card-list">
      {cursors.map((after, position) => (
        <OnePage
          key={after ?? 'first'}
          {...props}
          after={after}
          onMore={position === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
        />
      ))}
    </ul>
  );
}

interface OnePageProps extends PeoplePagesProps {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | null;
}

function OnePage({ view, choices, after, onMore, onReload }: OnePageProps) {
  const { search, party, body, ended } = view;
  const variables = useMemo(
    () => ({
      first: pageSize,
      after,
      ended,
      filter: { search: search || null, party: party || null, body: body || null },
    }),
    [after, ended, search, party, body],
  );
  const [{ data, error }, execute] = useQuery({
    query: OrganisationPeopleDocument,
    variables,
    requestPolicy: 'cache-and-network',
  });
  if (!data) {
    return (
      <li>
        {error ? <FailedPart error={error} onRetry={() => execute()} /> : <Loading what="Personen werden geladen" />}
      </li>
    );
  }
  const { nodes, totalCount, pageInfo } = data.people;
  const cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      {after === null && (
        <li role="status" className="kern-body kern-body--bold">
          {totalCount === 0 ? 'Zu diesen Angaben gibt es niemanden.' : countOf(totalCount, 'Person', 'Personen')}
        </li>
      )}
      {nodes.map(({ id, name, assignments }) => (
        <li key={id}>
          <article className="boxed stack">
            <KernHeading level={2} size="small">
              {name}
            </KernHeading>
            {assignments.length === 0 && <p className="kern-body">Zurzeit ohne Aufgabe.</p>}
            {assignments.map((assignment) => (
              <AssignmentLine
                key={assignment.id}
                name={name}
                assignment={assignment}
                choices={choices}
                onReload={onReload}
              />
            ))}
          </article>
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
