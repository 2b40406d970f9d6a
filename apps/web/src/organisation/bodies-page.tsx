import { bodyKindNames, bodyStateNames, membershipKindNames } from '#glossary';
import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type BodyCardPartsFragment, OrganisationBodiesDocument } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { Checkbox } from '../ui/fields.js';
import { formatDay } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { bodyActOf, rightsInWords, setUpBody } from './body-acts.js';
import { OrganisationNav } from './organisation-nav.js';

export function BodiesPage() {
  const [withDissolved, setWithDissolved] = useState(false);
  const [{ data, error }, execute] = useQuery({
    query: OrganisationBodiesDocument,
    variables: { dissolved: withDissolved },
  });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Gremien werden geladen" />;
  const begin = data.organisationActions.filter(({ action, available }) => action === 'setUpBody' && available);
  return (
    <Page title="Organisation: Gremien" lead="Gremien mit Namen, Mitgliedern und Rechten, heute und früher.">
      <div className="stack">
        <OrganisationNav />
        {begin.length > 0 && (
          <ActPanel actions={begin} actOf={() => setUpBody(data.bodies)} onDone={reload} onReload={reload} />
        )}
        <Checkbox
          id="aufgeloeste"
          label="Auch aufgelöste Gremien zeigen"
          checked={withDissolved}
          onChange={setWithDissolved}
        />
        <BodyTree bodies={data.bodies} parent={null} onReload={reload} />
      </div>
    </Page>
  );
}

interface BodyTreeProps {
  readonly bodies: readonly BodyCardPartsFragment[];
  readonly parent: string | null;
  readonly onReload: () => void;
}

/** A list in a list, so that the depth is heard as well as seen. */
function BodyTree({ bodies, parent, onReload }: BodyTreeProps) {
  const children = bodies.filter((body) => (body.parent?.code ?? null) === parent);
  if (children.length === 0) return null;
  return (
    <ul className={parent === null ? 'plain-list card-list' : 'plain-list card-list body-branch'}>
      {children.map((body) => (
        <li key={body.code}>
          <BodyCard body={body} onReload={onReload} />
          <BodyTree bodies={bodies} parent={body.code} onReload={onReload} />
        </li>
      ))}
    </ul>
  );
}

function BodyCard({ body, onReload }: { readonly body: BodyCardPartsFragment; readonly onReload: () => void }) {
  const mayAct = body.availableActions.some(({ available }) => available);
  return (
    <article className="boxed stack">
      <KernHeading level={2} size="small">
        {body.shortName === body.name ? body.name : `${body.shortName}: ${body.name}`}
      </KernHeading>
      <p className="kern-body kern-body--small">
        {bodyKindNames[body.kind]}, {bodyStateNames[body.state].toLowerCase()}, seit {formatDay(body.validFrom)}
        {body.validTo !== null && `, bis ${formatDay(body.validTo)}`}
      </p>
      {body.names.length > 1 && (
        <ul className="kern-body kern-body--small">
          {body.names.map(({ name, validFrom, validTo }) => (
            <li key={validFrom}>
              {name}: ab {formatDay(validFrom)}
              {validTo !== null && ` bis ${formatDay(validTo)}`}
            </li>
          ))}
        </ul>
      )}
      <Members body={body} />
      {mayAct && (
        <ActPanel
          actions={body.availableActions}
          actOf={bodyActOf(body)}
          onDone={onReload}
          onReload={onReload}
          about={body.shortName}
        />
      )}
      {body.history.length > 0 && (
        <details>
          <summary className="kern-body">Verlauf: {body.shortName}</summary>
          <History entries={body.history} />
        </details>
      )}
    </article>
  );
}

function Members({ body: { memberships, shortName } }: { readonly body: BodyCardPartsFragment }) {
  const { viewer } = useSession();
  const current = memberships.filter(({ validTo }) => validTo === null || validTo >= viewer.today);
  return (
    <details>
      <summary className="kern-body">
        Mitglieder und Rechte: {shortName} ({current.length})
      </summary>
      <ul className="kern-body kern-body--small">
        {current.map((each) => (
          <li key={each.id}>
            {each.party.name}: {membershipKindNames[each.kind]}, {rightsInWords(each)}, ab {formatDay(each.validFrom)}
            {each.validTo !== null && ` bis ${formatDay(each.validTo)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
