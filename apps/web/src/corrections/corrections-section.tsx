import { KernBadge, KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type CorrectionPartsFragment, type CorrectionState, TopicCorrectionsDocument } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { Failure } from '../ui/failure.js';
import { formatInstant, shortHash } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Section } from '../ui/page.js';
import { correctionActOf } from './correction-acts.js';
import { CorrectionForm } from './correction-form.js';

const tones: Readonly<Record<CorrectionState, 'info' | 'success' | 'warning' | 'danger'>> = {
  PROPOSED: 'warning',
  CONFIRMED: 'success',
  REJECTED: 'danger',
};

/** Corrections stand beside the resolution, which stays as it was adopted. */
export function CorrectionsSection({ topicId }: { readonly topicId: string }) {
  const [{ data, error }, execute] = useQuery({ query: TopicCorrectionsDocument, variables: { topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const [isWriting, setWriting] = useState(false);
  if (error) return <Failure error={error} onRetry={reload} />;
  const resolution = data?.topic.resolution;
  if (!resolution) return null;
  const mayPropose = resolution.availableActions.some(({ available }) => available);
  if (resolution.corrections.length === 0 && !mayPropose) return null;
  const standing = resolution.corrections.filter(({ state }) => state === 'CONFIRMED').at(-1);
  const finish = () => {
    setWriting(false);
    reload();
  };
  return (
    <Section title="Berichtigungen">
      {resolution.corrections.length === 0 && <p className="kern-body">Der Beschluss ist nicht berichtigt.</p>}
      {resolution.corrections.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} onReload={reload} />
      ))}
      {mayPropose && !isWriting && (
        <p>
          <KernButton
            text="Berichtigung vorschlagen"
            variant="secondary"
            icon="edit"
            onClick={() => setWriting(true)}
          />
        </p>
      )}
      {isWriting && (
        <CorrectionForm
          resolutionId={resolution.id}
          clauses={standing?.clauses ?? resolution.clauses}
          onDone={finish}
          onClose={() => setWriting(false)}
        />
      )}
    </Section>
  );
}

interface CorrectionCardProps {
  readonly correction: CorrectionPartsFragment;
  readonly onReload: () => void;
}

function CorrectionCard({ correction, onReload }: CorrectionCardProps) {
  const { number, state, stateLabel, clauses, reason, textHash, answer, history } = correction;
  const name = number === null ? 'Berichtigung' : `${number}. Berichtigung`;
  return (
    <article className="boxed stack" aria-label={name}>
      <p className="row">
        <span className="kern-body kern-body--bold">{name}</span>
        <KernBadge text={stateLabel} variant={tones[state]} />
      </p>
      <p className="kern-body">Grund: {reason}</p>
      <Clauses clauses={clauses} />
      <p className="kern-body kern-body--small kern-body--muted">
        {whoAndWhen(correction)} · Prüfwert <span className="hash">{shortHash(textHash)}</span>
      </p>
      {answer !== null && <p className="kern-body">Abgelehnt, weil: {answer}</p>}
      {state === 'PROPOSED' && (
        <ActPanel
          actions={correction.availableActions}
          actOf={correctionActOf(correction)}
          onDone={onReload}
          onReload={onReload}
          about={name}
        />
      )}
      <details>
        <summary className="kern-body kern-body--small">Verlauf</summary>
        <History entries={history} />
      </details>
    </article>
  );
}

function whoAndWhen({ proposedBy, proposedAt, decidedBy, decidedAt }: CorrectionPartsFragment): string {
  const proposed = `vorgeschlagen von ${proposedBy}, ${formatInstant(proposedAt)}`;
  return decidedAt === null ? proposed : `${proposed}; entschieden von ${decidedBy}, ${formatInstant(decidedAt)}`;
}
