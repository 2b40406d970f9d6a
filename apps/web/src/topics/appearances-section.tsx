import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TopicAppearancesDocument, type TopicAppearancesQuery } from '../generated/graphql.js';
import { Section } from '../ui/page.js';

type Appearance = TopicAppearancesQuery['topic']['agendaItems'][number];

interface AppearancesSectionProps {
  readonly topicId: string;
  /** Of the topic: what is decided on it changes how it ended, and this section reads again. */
  readonly revision: number;
}

/** Every agenda the topic stood on, with what came of it; nothing before it stands on the first. */
export function AppearancesSection({ topicId, revision }: AppearancesSectionProps) {
  const [{ data }, execute] = useQuery({ query: TopicAppearancesDocument, variables: { id: topicId } });
  useEffect(() => execute({ requestPolicy: 'network-only' }), [execute, revision]);
  const appearances = data?.topic.agendaItems ?? [];
  if (appearances.length === 0) return null;
  return (
    <Section title="Tagesordnungen">
      <ol className="plain-list stack">
        {appearances.map((appearance) => (
          <li key={appearance.id} className="kern-body">
            <Link className="kern-link" to={`/tagesordnungen/${appearance.agenda.id}#${appearance.id}`}>
              {whereOf(appearance)}
            </Link>
            {appearance.ending !== null && `: ${appearance.ending}`}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** „226. Sitzung, TOP 12“, or „226. Sitzung, AK V, TOP 3“ */
function whereOf({ number, agenda: { sessionId, bodyLabel, conference } }: Appearance): string {
  const parts = [
    conference.title,
    sessionId !== null && bodyLabel,
    number === null ? 'noch ohne Nummer' : `TOP ${number}`,
  ];
  return parts.filter(Boolean).join(', ');
}
