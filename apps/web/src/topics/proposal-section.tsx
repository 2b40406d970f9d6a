import type { TopicPartsFragment } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { formatDay, formatInstant, shortHash } from '../ui/format.js';
import { Section } from '../ui/page.js';

/** The resolution once there is one, before that the proposal in its latest version; earlier versions below. */
export function ProposalSection({ topic }: { readonly topic: TopicPartsFragment }) {
  const { resolution, proposal } = topic;
  // The same text twice would only raise the question where the difference is.
  const isAsAdopted = resolution !== null && resolution.textHash === proposal?.textHash;
  const earlier = topic.proposalVersions.filter(({ id }) => id !== proposal?.id);
  return (
    <>
      {resolution && (
        <Section title="Beschluss">
          <p className="kern-body kern-body--small kern-body--muted">
            {resolution.outcomeLabel} am {formatDay(resolution.adoptedOn)}
            {resolution.itemNumber !== null && `, TOP ${resolution.itemNumber}`} · Prüfwert{' '}
            <span className="hash">{shortHash(resolution.textHash)}</span>
          </p>
          <Clauses clauses={resolution.clauses} />
        </Section>
      )}
      {!isAsAdopted && (
        <Section title="Beschlussvorschlag">
          {proposal && (
            <p className="kern-body kern-body--small kern-body--muted">
              Fassung {proposal.number} · {proposal.stageLabel} · Prüfwert{' '}
              <span className="hash">{shortHash(proposal.textHash)}</span>
            </p>
          )}
          {topic.isPlaceholder ? (
            <p className="kern-body">Der Beschlussvorschlag liegt gesondert vor und wird hier nicht geführt.</p>
          ) : (
            <Clauses clauses={proposal?.clauses ?? []} />
          )}
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title="Frühere Fassungen">
          <Versions versions={earlier} />
        </Section>
      )}
    </>
  );
}

function Versions({ versions }: { readonly versions: TopicPartsFragment['proposalVersions'] }) {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  return (
    <div className="kern-accordion-group">
      {newestFirst.map((version) => (
        <details className="kern-accordion" key={version.id}>
          <summary className="kern-accordion__header">
            <span className="kern-title">
              Fassung {version.number}: {version.stageLabel}
            </span>
          </summary>
          <div className="kern-accordion__body">
            <p className="kern-body kern-body--small kern-body--muted">
              {version.authorName}, {formatInstant(version.createdAt)} · Prüfwert{' '}
              <span className="hash">{shortHash(version.textHash)}</span>
            </p>
            <Clauses clauses={version.clauses} />
          </div>
        </details>
      ))}
    </div>
  );
}
