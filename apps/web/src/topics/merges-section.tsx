import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type MergePartsFragment, TopicMergesDocument } from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { mergeActOf } from './joint-acts.js';
import { MergedTopics } from './merge-row.js';

interface MergesSectionProps {
  readonly topicId: string;
  /** Of the topic: a proposal changes it, and this section reads again. */
  readonly revision: number;
  readonly onChanged: () => void;
}

/** Agreements to go on with one topic in place of two; nothing is shown where there is none. */
export function MergesSection({ topicId, revision, onChanged }: MergesSectionProps) {
  const [{ data, error }, execute] = useQuery({ query: TopicMergesDocument, variables: { id: topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useEffect(() => reload(), [reload, revision]);
  if (error) return <Failure error={error} onRetry={reload} />;
  const merges = data?.topic.merges ?? [];
  if (merges.length === 0) return null;
  const done = () => {
    reload();
    onChanged();
  };
  return (
    <Section title="Zusammenführung">
      <ul className="plain-list stack">
        {merges.map((merge) => (
          <li key={merge.id} className="boxed">
            <OneMerge merge={merge} onDone={done} onReload={reload} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface OneMergeProps {
  readonly merge: MergePartsFragment;
  readonly onDone: () => void;
  readonly onReload: () => void;
}

function OneMerge({ merge, onDone, onReload }: OneMergeProps) {
  const consent = (instant: string | null) => (instant === null ? 'steht aus' : `erteilt am ${formatInstant(instant)}`);
  return (
    <>
      <MergedTopics merge={merge} />
      <Facts
        facts={[
          { term: 'Stand', value: merge.stateLabel },
          { term: 'Begründung', value: merge.reason },
          { term: 'Vorgeschlagen', value: formatInstant(merge.proposedAt) },
          {
            term: `Zustimmung ${merge.topic?.registrant.name ?? 'der einen Stelle'}`,
            value: consent(merge.topicConsentedAt),
          },
          {
            term: `Zustimmung ${merge.survivor?.registrant.name ?? 'der anderen Stelle'}`,
            value: consent(merge.survivorConsentedAt),
          },
        ]}
      />
      {merge.state === 'PROPOSED' && (
        <ActPanel
          actions={merge.availableActions}
          actOf={mergeActOf(merge)}
          onDone={onDone}
          onReload={onReload}
          about="Zusammenführung"
        />
      )}
    </>
  );
}
