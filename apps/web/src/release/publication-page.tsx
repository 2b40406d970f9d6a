import { KernBadge, KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  PublicationPageDocument,
  type PublicationPageQuery,
  type PublicationPartsFragment,
  ReleasesOfConferenceDocument,
} from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { PublicationReport } from './publication-report.js';
import { preparationActOf, publicationActOf } from './release-acts.js';
import { publicationTones, releaseTones } from './release-tones.js';

/** From what is released to what is public: a report, and two people. */
export function PublicationPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: PublicationPageDocument, variables: { conferenceId: id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Publications key={id} conferenceId={id} found={data.publications} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Veröffentlichung wird geladen" />;
}

interface PublicationsProps {
  readonly conferenceId: string;
  readonly found: PublicationPageQuery['publications'];
  readonly onReload: () => void;
}

function Publications({ conferenceId, found, onReload }: PublicationsProps) {
  const { reportNow, nodes, availableActions } = found;
  const waiting = nodes.filter(({ state }) => state === 'PREPARED');
  const earlier = nodes.filter(({ state }) => state !== 'PREPARED');
  return (
    <Page
      title="Veröffentlichung"
      lead="Was freigegeben ist, wird mit vier Augen veröffentlicht: Die Geschäftsstelle bereitet vor, eine andere Person genehmigt."
    >
      {waiting.map((publication) => (
        <Section key={publication.id} title="Wartet auf Genehmigung">
          <PublicationCard publication={publication} onReload={onReload} />
        </Section>
      ))}
      <Section title="Stand jetzt">
        <PublicationReport report={reportNow} of="Stand jetzt" />
        <ActPanel
          actions={availableActions}
          actOf={preparationActOf(conferenceId)}
          onDone={onReload}
          onReload={onReload}
        />
      </Section>
      {earlier.length > 0 && (
        <Section title="Frühere Veröffentlichungen">
          {earlier.map((publication) => (
            <PublicationCard key={publication.id} publication={publication} onReload={onReload} />
          ))}
        </Section>
      )}
      <Section title="Alle Freigaben dieser Konferenz">
        <ReleaseList key={nodes.map(({ id, revision }) => `${id}-${revision}`).join()} conferenceId={conferenceId} />
      </Section>
    </Page>
  );
}

interface PublicationCardProps {
  readonly publication: PublicationPartsFragment;
  readonly onReload: () => void;
}

function PublicationCard({ publication, onReload }: PublicationCardProps) {
  const { state, stateLabel, preparedByName, preparedAt, approvedByName, approvedAt, report, history } = publication;
  const about = `vorbereitet ${formatInstant(preparedAt)}`;
  return (
    <div className="boxed">
      <p className="row">
        <KernBadge text={stateLabel} variant={publicationTones[state]} />
      </p>
      <Facts
        facts={[
          { term: 'Vorbereitet', value: `${formatInstant(preparedAt)} von ${preparedByName}` },
          { term: 'Genehmigt', value: approvedAt && `${formatInstant(approvedAt)} von ${approvedByName ?? ''}` },
        ]}
      />
      <details open={state === 'PREPARED'}>
        <summary className="kern-body">Bericht</summary>
        <PublicationReport report={report} of={about} />
      </details>
      {state === 'PREPARED' && (
        <ActPanel
          actions={publication.availableActions}
          actOf={publicationActOf(publication)}
          onDone={onReload}
          onReload={onReload}
          about={about}
        />
      )}
      <details>
        <summary className="kern-body">Verlauf</summary>
        <History entries={history} />
      </details>
    </div>
  );
}

/** Page by page: each shows its own part and asks for the next. */
function ReleaseList({ conferenceId }: { readonly conferenceId: string }) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <ul className="plain-list">
      {pages.map((after, index) => (
        <ReleaseListPart
          key={after ?? 'first'}
          conferenceId={conferenceId}
          after={after}
          onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
        />
      ))}
    </ul>
  );
}

interface ReleaseListPartProps {
  readonly conferenceId: string;
  readonly after: string | null;
  readonly onMore: ((after: string) => void) | null;
}

function ReleaseListPart({ conferenceId, after, onMore }: ReleaseListPartProps) {
  const [{ data, error }, retry] = useQuery({
    query: ReleasesOfConferenceDocument,
    variables: { conferenceId, after },
    requestPolicy: 'cache-and-network',
  });
  if (error) return <Failure error={error} onRetry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data) return null;
  const { nodes, pageInfo } = data.releases;
  if (nodes.length === 0)
    return <li className="kern-body">Zu dieser Konferenz ist noch nichts zur Freigabe vorgesehen.</li>;
  return (
    <>
      {nodes.map(({ id, topic, title, objectKindLabel, state, stateLabel, staysBackBecause }) => (
        <li key={id} className="row">
          <Link className="kern-link" to={`/themen/${topic.id}`}>
            {objectKindLabel} „{title}“
          </Link>
          <KernBadge text={stateLabel} variant={releaseTones[state]} />
          {staysBackBecause !== null && state !== 'BLOCKED' && (
            <span className="kern-body kern-body--small">{staysBackBecause}</span>
          )}
        </li>
      ))}
      {pageInfo.hasNextPage && onMore !== null && pageInfo.endCursor !== null && (
        <li>
          <KernButton text="Weitere laden" variant="secondary" onClick={() => onMore(pageInfo.endCursor ?? '')} />
        </li>
      )}
    </>
  );
}
