import { bodyKindNames } from '#glossary';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  type BodyPagePartsFragment,
  type BodyRowPartsFragment,
  OrganisationBodyDocument,
} from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatDay } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { useOnce } from '../ui/use-once.js';
import { bodyActOf } from './body-acts.js';
import { bodyPath, titleOfBody } from './body-words.js';
import { Memberships } from './memberships.js';
import { OrganisationNav } from './organisation-nav.js';
import { PeopleOfBody } from './people-of-body.js';

export function BodyPage() {
  const { key = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: OrganisationBodyDocument, variables: { key } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <OneBody key={data.body.code} body={data.body} bodies={data.bodies} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Das Gremium wird geladen" />;
}

interface OneBodyProps {
  readonly body: BodyPagePartsFragment;
  readonly bodies: readonly BodyRowPartsFragment[];
  readonly onReload: () => void;
}

function OneBody({ body, bodies, onReload }: OneBodyProps) {
  const { today } = useSession().viewer;
  const [version, setVersion] = useState(0);
  const mayAct = useOnce(body.availableActions.some(({ available }) => available));
  const reload = () => {
    setVersion(version + 1);
    onReload();
  };
  const beneath = bodies.filter(({ parent }) => parent?.code === body.code);
  return (
    <Page title={titleOfBody(body)} lead={<StandBadge body={body} today={today} />}>
      <div className="stack">
        <OrganisationNav />
        <Facts
          facts={[
            { term: 'Art', value: bodyKindNames[body.kind] },
            { term: 'Unter', value: body.parent === null ? null : <BodyLink body={body.parent} /> },
            { term: 'Erster Tag', value: formatDay(body.validFrom) },
            { term: 'Letzter Tag', value: body.validTo === null ? null : formatDay(body.validTo) },
            { term: 'Darunter', value: beneath.length === 0 ? null : <BodyLinks bodies={beneath} today={today} /> },
          ]}
        />
        {mayAct && (
          <ActPanel actions={body.availableActions} actOf={bodyActOf(body)} onDone={reload} onReload={reload} />
        )}
        <Names body={body} />
        <Section title="Mitglieder und Rechte">
          <Memberships body={body} today={today} />
        </Section>
        <Section title="Personen und Aufgaben">
          <PeopleOfBody code={body.code} version={version} />
        </Section>
        <Section title="Verlauf">
          {body.history.length === 0 ? (
            <p className="kern-body">Seit der Einrichtung hat sich nichts geändert.</p>
          ) : (
            <History entries={body.history} />
          )}
        </Section>
      </div>
    </Page>
  );
}

function StandBadge({
  body: { validFrom, validTo },
  today,
}: {
  readonly body: BodyPagePartsFragment;
  readonly today: string;
}) {
  if (validTo !== null && validTo < today) return <KernBadge text="Aufgelöst" variant="danger" />;
  if (validTo !== null) return <KernBadge text={`Endet am ${formatDay(validTo)}`} variant="warning" />;
  if (validFrom > today) return <KernBadge text={`Beginnt am ${formatDay(validFrom)}`} variant="info" />;
  return <KernBadge text="Besteht" variant="success" />;
}

function BodyLink({ body: { code, shortName } }: { readonly body: Pick<BodyRowPartsFragment, 'code' | 'shortName'> }) {
  return (
    <Link className="kern-link" to={bodyPath(code)}>
      {shortName}
    </Link>
  );
}

function BodyLinks({ bodies, today }: { readonly bodies: readonly BodyRowPartsFragment[]; readonly today: string }) {
  return (
    <ul className="plain-list">
      {bodies.map((body) => (
        <li key={body.code}>
          <BodyLink body={body} />
          {body.validTo !== null && body.validTo < today && ' (aufgelöst)'}
        </li>
      ))}
    </ul>
  );
}

function Names({ body: { names } }: { readonly body: BodyPagePartsFragment }) {
  return (
    <Section title="Namen im Lauf der Zeit">
      <ul className="plain-list kern-body">
        {names.map(({ name, validFrom, validTo }) => (
          <li key={validFrom}>
            {name}: ab {formatDay(validFrom)}
            {validTo !== null && ` bis ${formatDay(validTo)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
