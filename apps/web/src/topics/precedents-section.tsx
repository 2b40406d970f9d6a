import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type Act, oneOf, send, textOf } from '../acts/act.js';
import {
  CitePrecedentDocument,
  type PrecedentPartsFragment,
  RemovePrecedentDocument,
  type TopicPartsFragment,
  TopicPrecedentsDocument,
} from '../generated/graphql.js';
import { formatDay } from '../ui/format.js';
import { Section } from '../ui/page.js';

interface PrecedentsSectionProps {
  readonly topic: TopicPartsFragment;
  readonly onChanged: () => void;
}

/** What was dealt with before and what followed from it, as links; whoever may link more finds the search here. */
export function PrecedentsSection({ topic, onChanged }: PrecedentsSectionProps) {
  const [{ data }, execute] = useQuery({ query: TopicPrecedentsDocument, variables: { id: topic.id } });
  useEffect(() => execute({ requestPolicy: 'network-only' }), [execute, topic.revision]);
  const links = data?.topic.precedentLinks ?? [];
  const citedBy = data?.topic.citedBy ?? [];
  const actions = topic.availableActions.filter(
    ({ action, available }) =>
      available && (action === 'citePrecedent' || (action === 'removePrecedent' && links.length > 0)),
  );
  if (links.length === 0 && citedBy.length === 0 && topic.precedents.length === 0 && actions.length === 0) return null;
  return (
    <Section title="Vorgänge">
      {links.length === 0 && topic.precedents.length === 0 && citedBy.length === 0 && (
        <p className="kern-body">Es ist kein früherer Vorgang genannt.</p>
      )}
      <ul className="plain-list stack">
        {topic.precedents.map((words) => (
          <li key={words} className="kern-body">
            {words}
          </li>
        ))}
        {links.map((link) => (
          <Precedent key={link.id} link={link} kind={link.kindLabel} />
        ))}
      </ul>
      {citedBy.length > 0 && (
        <>
          <h3 className="kern-heading-small" id="darauf-berufen">
            Auf dieses Thema berufen sich
          </h3>
          <ul className="plain-list stack" aria-labelledby="darauf-berufen">
            {citedBy.map((link) => (
              <Precedent key={link.id} link={link} kind={link.topic.stateLabel} />
            ))}
          </ul>
        </>
      )}
      {actions.length > 0 && (
        <ActPanel
          actions={actions}
          actOf={actOf(topic, links)}
          onDone={onChanged}
          onReload={onChanged}
          about="Vorgänge"
        />
      )}
    </Section>
  );
}

/** The topic at the other end of the link, and the clause that is cited. */
function Precedent({ link, kind }: { readonly link: PrecedentPartsFragment; readonly kind: string }) {
  const { topic, clause } = link;
  return (
    <li className="kern-body">
      <Link className="kern-link" to={`/themen/${topic.id}`}>
        {topic.title}
      </Link>{' '}
      <span className="kern-body--small kern-body--muted">
        {kind}, {whereOf(link)}
      </span>
      {clause && (
        <blockquote className="kern-body kern-body--small">
          {clause.number !== null && `Ziffer ${clause.number}: `}„{clause.text}“
        </blockquote>
      )}
    </li>
  );
}

/** „223. Sitzung, TOP 12, beschlossen am 12.06.2026“, or „… Umlaufbeschluss 3/2026, …“ */
function whereOf({ topic: { conference, resolution } }: PrecedentPartsFragment): string {
  if (resolution === null) return conference.title;
  const { itemNumber, writtenProcedureNumber, adoptedOn } = resolution;
  const place =
    writtenProcedureNumber !== null
      ? `Umlaufbeschluss ${writtenProcedureNumber}`
      : itemNumber !== null && `TOP ${itemNumber}`;
  return [conference.title, place, `beschlossen am ${formatDay(adoptedOn)}`].filter(Boolean).join(', ');
}

const titleOf = ({ topic, clause }: PrecedentPartsFragment): string =>
  clause === null || clause.number === null ? topic.title : `${topic.title}, Ziffer ${clause.number}`;

function actOf(
  { id, revision }: TopicPartsFragment,
  links: readonly PrecedentPartsFragment[],
): (action: string) => Act | null {
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
