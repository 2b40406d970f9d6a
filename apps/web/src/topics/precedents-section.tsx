import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type Act, oneOf, send, textOf } from '../acts/act.js';
import {
  CitePrecedentDocument,
  RemovePrecedentDocument,
  type TopicPartsFragment,
  TopicPrecedentsDocument,
  type TopicPrecedentsQuery,
} from '../generated/graphql.js';
import { formatDay } from '../ui/format.js';
import { Section } from '../ui/page.js';

type Precedent = TopicPrecedentsQuery['topic']['precedentLinks'][number];

interface PrecedentsSectionProps {
  readonly topic: TopicPartsFragment;
  readonly onChanged: () => void;
}

/** What was dealt with before, as links; whoever may link more finds the search here. */
export function PrecedentsSection({ topic, onChanged }: PrecedentsSectionProps) {
  const [{ data }, execute] = useQuery({ query: TopicPrecedentsDocument, variables: { id: topic.id } });
  useEffect(() => execute({ requestPolicy: 'network-only' }), [execute, topic.revision]);
  const links = data?.topic.precedentLinks ?? [];
  const actions = topic.availableActions.filter(
    ({ action, available }) => available && (action === 'citePrecedent' || action === 'removePrecedent'),
  );
  if (links.length === 0 && actions.length === 0) return null;
  return (
    <Section title="Verlinkte Vorgänge">
      {links.length === 0 && <p className="kern-body">Es ist noch kein früherer Vorgang verlinkt.</p>}
      <ul className="plain-list stack">
        {links.map((link) => (
          <li key={link.id} className="kern-body">
            <Link className="kern-link" to={`/themen/${link.topic.id}`}>
              {titleOf(link)}
            </Link>{' '}
            <span className="kern-body--small kern-body--muted">
              {link.kindLabel}, {whereOf(link)}
            </span>
            {link.clause && <blockquote className="kern-body kern-body--small">„{link.clause.text}“</blockquote>}
          </li>
        ))}
      </ul>
      {actions.length > 0 && (
        <ActPanel actions={actions} actOf={actOf(topic, links)} onDone={onChanged} onReload={onChanged} />
      )}
    </Section>
  );
}

function titleOf({ topic, clause }: Precedent): string {
  return clause === null || clause.number === null ? topic.title : `${topic.title}, Ziffer ${clause.number}`;
}

function whereOf({ topic: { conference, resolution } }: Precedent): string {
  if (resolution === null) return conference.title;
  const item = resolution.itemNumber === null ? '' : `, TOP ${resolution.itemNumber}`;
  return `${conference.title}${item}, beschlossen am ${formatDay(resolution.adoptedOn)}`;
}

function actOf({ id, revision }: TopicPartsFragment, links: readonly Precedent[]): (action: string) => Act | null {
  const base = { topicId: id, expectedRevision: revision };
  const acts: Readonly<Record<string, Act>> = {
    citePrecedent: {
      fields: [
        { name: 'precedentTopicId', label: 'Früheres Thema oder Beschluss', kind: 'topic' },
        { name: 'clauseNumber', label: 'Ziffer', kind: 'line', hint: 'Zum Beispiel 2.1', optional: true },
      ],
      explanation: 'Was älter ist als das Archiv, steht in Worten unter „Vorgänge“ in der Anmeldung.',
      run: (client, values) =>
        send(client, CitePrecedentDocument, {
          input: {
            ...base,
            precedentTopicId: oneOf(values, 'precedentTopicId'),
            clauseNumber: textOf(values, 'clauseNumber'),
          },
        }),
    },
    removePrecedent: {
      fields: [
        {
          name: 'precedentId',
          label: 'Welcher Vorgang',
          kind: 'one',
          choices: links.map((link) => ({ value: link.id, label: titleOf(link) })),
        },
      ],
      run: (client, values) =>
        send(client, RemovePrecedentDocument, { input: { ...base, precedentId: oneOf(values, 'precedentId') } }),
    },
  };
  return (action) => acts[action] ?? null;
}
