import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type Act, send, textOf } from '../acts/act.js';
import { ActPanel } from '../acts/act-panel.js';
import {
  EndOfficeHeadDocument,
  NameOfficeHeadDocument,
  type OfficeHeadPartsFragment as Head,
  OrganisationOfficesDocument,
  type OrganisationOfficesQuery,
} from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatDays } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { useOnce } from '../ui/use-once.js';
import { OrganisationNav } from './organisation-nav.js';

type Office = OrganisationOfficesQuery['offices'][number];

/** Who hears of it when an office lets a deadline pass; where nobody is named, nobody does. */
export function OfficesPage() {
  const { viewer } = useSession();
  const [{ data, error }, execute] = useQuery({ query: OrganisationOfficesDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data)
    return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Leitungen werden geladen" />;
  const { offices, organisationActions } = data;
  const begin = organisationActions.filter(({ action, available }) => action === 'nameOfficeHead' && available);
  const without = offices.filter(({ heads }) => heads.length === 0).length;
  return (
    <Page
      title="Organisation: Leitungen"
      lead="Bleibt nach Ablauf einer Frist etwas offen, erfahren es einen Arbeitstag später die Vertretung und die Leitung der Stelle."
    >
      <div className="stack">
        <OrganisationNav />
        {without > 0 && (
          <p className="kern-body">
            Für {countOf(without, 'Stelle', 'Stellen')} ist noch keine Leitung benannt; dort erfährt außer der
            Vertretung niemand davon. Benannt werden Leitungen von der Geschäftsstelle.
          </p>
        )}
        {begin.length > 0 && (
          <ActPanel
            actions={begin}
            actOf={() => nameOfficeHead(offices, viewer.today)}
            onDone={reload}
            onReload={reload}
          />
        )}
        <ul className="plain-list card-list">
          {offices.map((office) => (
            <li key={office.code}>
              <OfficeCard office={office} onReload={reload} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

function OfficeCard({ office, onReload }: { readonly office: Office; readonly onReload: () => void }) {
  return (
    <article className="boxed stack">
      <KernHeading level={2} size="small">
        {office.name}
      </KernHeading>
      {office.heads.length === 0 && <p className="kern-body kern-body--muted">Niemand benannt.</p>}
      {office.heads.map((head) => (
        <HeadOfOffice key={head.id} head={head} officeName={office.name} onReload={onReload} />
      ))}
    </article>
  );
}

interface HeadOfOfficeProps {
  readonly head: Head;
  readonly officeName: string;
  readonly onReload: () => void;
}

function HeadOfOffice({ head, officeName, onReload }: HeadOfOfficeProps) {
  const { today } = useSession().viewer;
  const mayAct = useOnce(head.availableActions.some(({ available }) => available));
  const about = `${head.personName}, ${officeName}`;
  return (
    <>
      <p className="kern-body">
        <Link className="kern-link" to={`/organisation/personen/${head.personId}`}>
          {head.personName}
        </Link>
        ,{' '}
        {head.validTo === null
          ? `seit ${formatDays(head.validFrom, head.validFrom)}`
          : formatDays(head.validFrom, head.validTo)}
      </p>
      {mayAct && (
        <details>
          <summary className="kern-body">
            Ändern<span className="kern-sr-only">: {about}</span>
          </summary>
          <ActPanel
            actions={head.availableActions}
            actOf={(action) => (action === 'endOfficeHead' ? endOfficeHead(head, today) : null)}
            onDone={onReload}
            onReload={onReload}
            about={about}
          />
        </details>
      )}
      {head.history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {about}</span>
          </summary>
          <History entries={head.history} />
        </details>
      )}
    </>
  );
}

function nameOfficeHead(offices: readonly Office[], today: string): Act {
  return {
    explanation: 'Wer die Stelle bisher leitet, endet am Tag davor.',
    fields: [
      {
        name: 'office',
        label: 'Stelle',
        kind: 'one',
        choices: offices.map(({ code, name }) => ({ value: code, label: name })),
      },
      { name: 'personId', label: 'Leitung', kind: 'person' },
      { name: 'on', label: 'Erster Tag', kind: 'day', initial: today },
    ],
    run: (client, values) => {
      const input = {
        office: textOf(values, 'office'),
        personId: textOf(values, 'personId'),
        on: textOf(values, 'on'),
      };
      return send(client, NameOfficeHeadDocument, { input });
    },
  };
}

function endOfficeHead({ id: headId, revision: expectedRevision }: Head, today: string): Act {
  return {
    explanation: 'Mit gestern als letztem Tag endet die Leitung sofort. Danach ist niemand benannt.',
    fields: [
      { name: 'on', label: 'Letzter Tag', kind: 'day', initial: today },
      { name: 'reason', label: 'Begründung', kind: 'text' },
    ],
    run: (client, values) => {
      const given = { on: textOf(values, 'on'), reason: textOf(values, 'reason') };
      return send(client, EndOfficeHeadDocument, { input: { headId, expectedRevision, ...given } });
    },
  };
}
