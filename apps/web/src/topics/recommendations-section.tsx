import { useEffect } from 'react';
import { useQuery } from 'urql';
import { TopicRecommendationsDocument, type TopicRecommendationsQuery } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { committeeName } from '../ui/topic-list.js';

type Topic = TopicRecommendationsQuery['topic'];

interface RecommendationsSectionProps {
  readonly topicId: string;
  /** Of the topic: a recommendation changes it, and this section reads again. */
  readonly revision: number;
}

/** What each body recommended, and for which text; nothing before the first of them has spoken. */
export function RecommendationsSection({ topicId, revision }: RecommendationsSectionProps) {
  const [{ data }, execute] = useQuery({ query: TopicRecommendationsDocument, variables: { id: topicId } });
  useEffect(() => execute({ requestPolicy: 'network-only' }), [execute, revision]);
  if (!data || data.topic.recommendations.length === 0) return null;
  return (
    <Section title="Empfehlungen der Gremien">
      <ol className="plain-list stack">
        {data.topic.recommendations.map((each) => (
          <li key={each.id} className="boxed">
            <p className="kern-body kern-body--bold">
              {each.body ? committeeName(each.body.code) : 'Geschäftsstelle'}: {each.recommendationLabel}
            </p>
            {each.note && <p className="kern-body reading">{each.note}</p>}
            <p className="kern-body kern-body--small kern-body--muted">
              {[each.stageLabel, formatInstant(each.givenAt), textOf(data.topic, each.proposalVersionId)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function textOf({ proposalVersions }: Topic, id: string | null): string | null {
  const version = proposalVersions.find((each) => each.id === id);
  return version === undefined ? null : `zu Fassung ${version.number}`;
}
