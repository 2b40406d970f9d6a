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

/** What each body recommended, for which text and which conference; nothing before the first of them has spoken. */
export function RecommendationsSection({ topicId, revision }: RecommendationsSectionProps) {
  const [{ data }, execute] = useQuery({ query: TopicRecommendationsDocument, variables: { id: topicId } });
  useEffect(() => execute({ requestPolicy: 'network-only' }), [execute, revision]);
  if (!data || data.topic.recommendations.length === 0) return null;
  const { topic } = data;
  const conferences = [...topic.previousConferences, topic.conference];
  const rounds = conferences
    .map((conference) => ({
      ...conference,
      given: topic.recommendations.filter(({ conferenceId }) => conferenceId === conference.id),
    }))
    .filter(({ given }) => given.length > 0);
  return (
    <Section title="Empfehlungen der Gremien">
      {rounds.map(({ id, title, given }) => (
        <div key={id}>
          {conferences.length > 1 && <h3 className="kern-heading-small">{title}</h3>}
          <ol className="plain-list stack">
            {given.map((each) => (
              <OneRecommendation key={each.id} each={each} topic={topic} />
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

interface OneRecommendationProps {
  readonly each: Topic['recommendations'][number];
  readonly topic: Topic;
}

function OneRecommendation({ each, topic }: OneRecommendationProps) {
  const facts = [each.stageLabel, formatInstant(each.givenAt), textOf(topic, each.proposalVersionId)];
  return (
    <li className="boxed">
      <p className="kern-body kern-body--bold">
        {each.body ? committeeName(each.body.code) : 'Geschäftsstelle'}: {each.recommendationLabel}
      </p>
      {each.note && <p className="kern-body reading">{each.note}</p>}
      <p className="kern-body kern-body--small kern-body--muted">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function textOf({ proposalVersions }: Topic, id: string | null): string | null {
  const version = proposalVersions.find((each) => each.id === id);
  return version === undefined ? null : `zu Fassung ${version.number}`;
}
