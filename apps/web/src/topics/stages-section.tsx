import { Link } from 'react-router';
import { useQuery } from 'urql';
import { StageTextsDocument } from '../generated/graphql.js';
import { Section } from '../ui/page.js';
import { comparisonPath, type StageOfText, stagesOf, stepBetween } from './stage-steps.js';

/** What each stage did to the text: one link for each pair. Nothing before there are two texts to compare. */
export function StagesSection({ topicId }: { readonly topicId: string }) {
  const [{ data }] = useQuery({
    query: StageTextsDocument,
    variables: { id: topicId },
    requestPolicy: 'cache-and-network',
  });
  if (!data || data.topic.proposalVersions.length < 2) return null;
  const stages = stagesOf(data.topic);
  const [newest] = data.topic.proposalVersions;
  const oldest = data.topic.proposalVersions.at(-1);
  return (
    <Section title="Was jede Stufe am Text geändert hat">
      {stages.length > 1 && <PairsOfStages topicId={topicId} stages={stages} />}
      {newest && oldest && (
        <p className="kern-body">
          <Link className="kern-link" to={comparisonPath(topicId, { from: oldest.id, to: newest.id })}>
            Erste mit letzter Fassung vergleichen
          </Link>
        </p>
      )}
    </Section>
  );
}

interface PairsProps {
  readonly topicId: string;
  readonly stages: readonly StageOfText[];
}

/** Each stage with every stage before it, the one right before first: that is what the stage itself did. */
function PairsOfStages({ topicId, stages }: PairsProps) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Stufen miteinander vergleichen">
      <table className="kern-table kern-table--small">
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            <th scope="col" className="kern-table__header">
              Stufe
            </th>
            <th scope="col" className="kern-table__header">
              Vergleichen mit
            </th>
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {stages.slice(1).map((stage, index) => (
            <tr key={stage.key} className="kern-table__row">
              <th scope="row" className="kern-table__header">
                {stage.label}
              </th>
              <td className="kern-table__cell">
                <ul className="plain-list">
                  {stages
                    .slice(0, index + 1)
                    .reverse()
                    .map((before) => (
                      <li key={before.key}>
                        <Pair topicId={topicId} before={before} after={stage} />
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PairProps {
  readonly topicId: string;
  readonly before: StageOfText;
  readonly after: StageOfText;
}

function Pair({ topicId, before, after }: PairProps) {
  const step = stepBetween(before, after);
  if (step.isUnchanged) return <>{before.label}: unverändert</>;
  return (
    <Link className="kern-link" to={comparisonPath(topicId, step)}>
      {before.label}
      <span className="kern-sr-only"> mit {after.label} vergleichen</span>
    </Link>
  );
}
