import { shortNameOf, topicKindNames, type BodyCode } from '#glossary';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TopicRowPartsFragment } from '../generated/graphql.js';
import { formatInstant } from './format.js';
import { Mark } from './marking.js';
import { TopicStateBadge } from './states.js';

export function committeeName(code: string): string {
  return shortNameOf(code as BodyCode);
}

/** One topic in a list: title, state, from whom, for which conference. */
export function TopicRow({
  topic,
  children,
}: {
  readonly topic: TopicRowPartsFragment;
  readonly children?: ReactNode;
}) {
  const from = [topic.registrant.name, ...topic.coRegistrants.map(({ name }) => name)].join(', ');
  const facts = [
    topicKindNames[topic.kind],
    from,
    topic.conference.title,
    topic.leadCommittee && committeeName(topic.leadCommittee.code),
    topic.submittedAt && `angemeldet am ${formatInstant(topic.submittedAt)}`,
  ];
  return (
    <>
      <div className="row">
        <Link className="kern-link card-title" to={`/themen/${topic.id}`}>
          {topic.title}
        </Link>
        <TopicStateBadge state={topic.state} label={topic.outcomeLabel ?? topic.stateLabel} />
        {topic.isLate && <span className="kern-body kern-body--small kern-body--bold">verspätet</span>}
        <Mark of={topic} />
      </div>
      {topic.subtitle && <p className="kern-body">{topic.subtitle}</p>}
      <p className="kern-body kern-body--small kern-body--muted">{facts.filter(Boolean).join(' · ')}</p>
      {children}
    </>
  );
}
