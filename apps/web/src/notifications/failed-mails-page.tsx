import { failedMailStateNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useQuery } from 'urql';
import { send } from '../acts/act.js';
import {
  FailedMailKindsDocument,
  type FailedMailPartsFragment,
  FailedMailsDocument,
  RetryFailedMailDocument,
} from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { choicesOf, type Facet, keyOf } from '../paged-list/list-view.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { useSession } from '../session/session.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { NotFound } from '../ui/failure.js';
import type { Choice } from '../ui/fields.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Page } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';

const pageSize = 25;
const sortNames = { FAILED_AT_DESC: 'Neueste zuerst', ADDRESS_ASC: 'Nach Adresse' } as const;

type MailFacet = 'adresse' | 'stand' | 'art' | 'reihenfolge';

function facetsWith(kinds: readonly Choice[] | null): readonly Facet<MailFacet>[] {
  return [
    { kind: 'search', name: 'adresse', label: 'E-Mail-Adresse' },
    { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(failedMailStateNames) },
    { kind: 'choice', name: 'art', label: 'Art der Nachricht', choices: kinds },
    {
      ...{ kind: 'choice', name: 'reihenfolge', label: 'Reihenfolge' },
      ...{ choices: choicesOf(sortNames), usual: 'FAILED_AT_DESC' },
    },
  ];
}

/** For the secretariat: whom the application could not reach by mail, and why. */
export function FailedMailsPage() {
  const { viewer } = useSession();
  return viewer.capacities.some(({ role }) => role === 'SECRETARIAT') ? <FailedMails /> : <NotFound />;
}

function FailedMails() {
  const client = useClient();
  const [{ data }] = useQuery({ query: FailedMailKindsDocument });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const [version, setVersion] = useState(0);
  const reload = () => setVersion((current) => current + 1);
  const kinds = data?.failedMails.kinds;
  const facets = useMemo(() => facetsWith(kinds?.map(({ kind, label }) => ({ value: kind, label })) ?? null), [kinds]);
  const { view, show } = useListView(facets);
  const filter = {
    address: view.adresse.trim() || null,
    kind: view.art || null,
    state: keyOf(failedMailStateNames, view.stand),
  };
  const sort = keyOf(sortNames, view.reihenfolge) ?? 'FAILED_AT_DESC';
  const retry = async ({ id, personName, address }: FailedMailPartsFragment) => {
    const answer = await send(client, RetryFailedMailDocument, { input: { mailId: id } });
    setRefusals(answer);
    setSaid(answer.length === 0 ? `Die E-Mail an ${personName} (${address}) wird erneut versucht.` : '');
    // The button that was pressed is gone.
    if (answer.length === 0) status.current?.focus();
    reload();
  };
  return (
    <Page
      title="Nicht zugestellte E-Mails"
      lead={
        <p>
          Jede E-Mail wird etwa drei Stunden lang versucht; ist der ganze Mailserver weg, wartet sie bis zu fünf Tage.
          Was danach nicht angekommen ist, steht hier; die Nachricht selbst steht trotzdem unter den{' '}
          <Link className="kern-link" to="/benachrichtigungen">
            Benachrichtigungen
          </Link>{' '}
          der Person.
        </p>
      }
    >
      <div className="stack">
        <ErrorSummary refusals={refusals} fieldId={() => null} onReload={reload} />
        <p className="kern-body" role="status" tabIndex={-1} ref={status}>
          {said}
        </p>
        <ListFilters label="E-Mails filtern" facets={facets} view={view} onChange={show} />
        <PagedList
          query={FailedMailsDocument}
          variablesOf={(after) => ({ first: pageSize, after, filter, sort })}
          connectionOf={({ failedMails }) => failedMails}
          row={(mail) => <FailedMail mail={mail} onRetry={() => void retry(mail)} />}
          words={{ one: 'E-Mail', many: 'E-Mails' }}
          version={version}
          empty={
            <p className="kern-body">
              Zu diesen Angaben gibt es keine. Ohne Filter heißt das: Die Mailserver haben alles angenommen.
            </p>
          }
        />
      </div>
    </Page>
  );
}

function FailedMail({ mail, onRetry }: { readonly mail: FailedMailPartsFragment; readonly onRetry: () => void }) {
  const { kindLabel, personId, personName, address, stateLabel, reason, answer, failedAt, history } = mail;
  return (
    <article className="boxed">
      <p className="kern-body kern-body--bold">
        <Link className="kern-link" to={`/organisation/personen/${personId}`}>
          {personName}
        </Link>
        , {address}
      </p>
      <p className="kern-body">
        {kindLabel} · {stateLabel} · zuletzt gescheitert am <time dateTime={failedAt}>{formatInstant(failedAt)}</time>
      </p>
      <p className="kern-body">{reason}</p>
      <p className="kern-body kern-body--small kern-body--muted">
        Antwort des Mailservers: <span lang="en">{answer}</span>
      </p>
      {mail.availableActions.map(
        ({ action, label, available }) =>
          available && (
            <KernButton
              key={action}
              text={label}
              alt={`${label}: ${personName}, ${kindLabel}`}
              variant="secondary"
              onClick={onRetry}
            />
          ),
      )}
      <details>
        <summary className="kern-body">Verlauf</summary>
        <History entries={history} />
      </details>
    </article>
  );
}
