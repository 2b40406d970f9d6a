import { useCallback } from 'react';
import { useQuery } from 'urql';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { ActPanel } from '../acts/act-panel.js';
import { type ReleasePartsFragment, TopicReleasesDocument } from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Section } from '../ui/page.js';
import { objectionActOf, releaseActOf } from './release-acts.js';
import { releaseTones } from './release-tones.js';

/** Which objects of a topic may become public, each by itself. */
export function ReleasesSection({ topicId }: { readonly topicId: string }) {
  const [{ data, error }, execute] = useQuery({ query: TopicReleasesDocument, variables: { topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!data || data.topic.releases.length === 0) return null;
  return (
    <Section title="Freigabe zur Veröffentlichung">
      <ul className="plain-list stack">
        {data.topic.releases.map((release) => (
          <li key={release.id} className="boxed">
            <ReleaseCard release={release} onReload={reload} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ReleaseCardProps {
  readonly release: ReleasePartsFragment;
  readonly onReload: () => void;
}

function ReleaseCard({ release, onReload }: ReleaseCardProps) {
  const { objectKindLabel, title, state, stateLabel, objectionsUntil, publishedAt, withdrawnAt } = release;
  const isOpen = state === 'PROPOSED' || state === 'BLOCKED';
  return (
    <>
      <p className="row">
        <span className="kern-body kern-body--bold">
          {objectKindLabel}: {title}
        </span>
        <KernBadge text={stateLabel} variant={releaseTones[state]} />
      </p>
      <Facts
        facts={[
          { term: 'Widerspruch möglich bis', value: isOpen ? formatInstant(objectionsUntil) : null },
          { term: 'Bleibt zurück, weil', value: release.staysBackBecause },
          { term: 'Veröffentlicht', value: state === 'PUBLISHED' && publishedAt ? formatInstant(publishedAt) : null },
          { term: 'Zurückgezogen', value: withdrawnAt && formatInstant(withdrawnAt) },
        ]}
      />
      {release.ownObjections.map((objection) => (
        <OwnObjection key={objection.id} objection={objection} about={title} onReload={onReload} />
      ))}
      <ActPanel
        actions={release.availableActions}
        actOf={releaseActOf(release)}
        onDone={onReload}
        onReload={onReload}
        about={title}
      />
      <details>
        <summary className="kern-body">Verlauf der Freigabe</summary>
        <History entries={release.history} />
      </details>
    </>
  );
}

interface OwnObjectionProps {
  readonly objection: ReleasePartsFragment['ownObjections'][number];
  readonly about: string;
  readonly onReload: () => void;
}

/** Shown to the objecting party alone: nobody else is sent it. */
function OwnObjection({ objection, about, onReload }: OwnObjectionProps) {
  const { id, party, stateLabel, reason, objectedBy, objectedAt, availableActions } = objection;
  return (
    <div>
      <Facts
        facts={[
          { term: 'Ihr Widerspruch', value: `${party.name}, ${stateLabel.toLowerCase()}` },
          { term: 'Erhoben', value: `${formatInstant(objectedAt)} von ${objectedBy}` },
          { term: 'Grund (nur für Ihr Haus)', value: reason },
        ]}
      />
      {objection.state === 'STANDING' && (
        <ActPanel
          actions={availableActions}
          actOf={objectionActOf(id)}
          onDone={onReload}
          onReload={onReload}
          about={about}
        />
      )}
    </div>
  );
}
