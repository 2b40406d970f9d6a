import { Link } from 'react-router';
import type { TopicPartsFragment } from '../generated/graphql.js';

/** Where the topic stands on the agenda and in the vote. */
export function ProcedureLinks({ topic }: { readonly topic: TopicPartsFragment }) {
  const { agendaItem, ballot } = topic;
  if (agendaItem === null) return null;
  return (
    <div className="section">
      {agendaItem.number !== null && (
        <p className="kern-body">
          {agendaItem.state === 'REMOVED' ? 'Abgesetzt von der Tagesordnung' : 'Auf der Tagesordnung'}: TOP{' '}
          {agendaItem.number}
        </p>
      )}
      {ballot !== null && (
        <p className="kern-body">
          <Link className="kern-link" to={`/abstimmungen/${ballot.id}`}>
            Zur Abstimmung ({ballot.stateLabel})
          </Link>
        </p>
      )}
    </div>
  );
}
