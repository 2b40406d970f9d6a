import { Link } from 'react-router';
import { useQuery } from 'urql';
import { StageTextsDocument } from '../generated/graphql.js';
import { Section } from '../ui/page.js';
import { comparisonPath, stageSteps } from './stage-steps.js';

/** What each stage did to the text, one link each. Nothing before there are two texts to compare. */
export function StagesSection({ topicId }: { readonly topicId: string }) {
  const [{ data }] = useQuery({
    query: StageTextsDocument,
    variables: { id: topicId },
    requestPolicy: 'cache-and-network',
  });
  if (!data || data.topic.proposalVersions.length < 2) return null;
  const steps = stageSteps(data.topic);
  const [newest] = data.topic.proposalVersions;
  const oldest = data.topic.proposalVersions.at(-1);
  return (
    <Section title="Was jede Stufe am Text geändert hat">
      <ul className="plain-list stack">
        {steps.map((step) => (
          <li key={step.label} className="kern-body">
            {step.isUnchanged ? (
              <>{step.label}: unverändert</>
            ) : (
              <Link className="kern-link" to={comparisonPath(topicId, step)}>
                {step.label}
              </Link>
            )}
          </li>
        ))}
        {newest && oldest && (
          <li className="kern-body">
            <Link className="kern-link" to={comparisonPath(topicId, { from: oldest.id, to: newest.id })}>
              Erste mit letzter Fassung vergleichen
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
