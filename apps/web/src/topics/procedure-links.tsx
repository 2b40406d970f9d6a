import { Link } from 'react-router';
import { OpenBallot } from '../acts/open-ballot.js';
import type { TopicPartsFragment } from '../generated/graphql.js';

interface ProcedureLinksProps {
  readonly topic: TopicPartsFragment;
  readonly onReload: () => void;
}

/** Where the topic stands on the agenda and in the vote. */
export function ProcedureLinks({ topic, onReload }: ProcedureLinksProps) {
  const { agendaItem, ballot } = topic;
  const { agenda } = topic.conference;
  if (agendaItem === null) return null;
  return (
    <div className="section">
      <p className="kern-body">
        {agendaItem.state === 'REMOVED' ? 'Abgesetzt von der ' : 'Auf der '}
        {agenda === null ? (
          'Tagesordnung'
        ) : (
          <Link className="kern-link" to={`/tagesordnungen/${agenda.id}`}>
            Tagesordnung
          </Link>
        )}
        {agendaItem.number !== null && `: TOP ${agendaItem.number}`}
      </p>
      {ballot !== null && (
        <p className="kern-body">
          <Link className="kern-link" to={`/abstimmungen/${ballot.id}`}>
            Zur Abstimmung ({ballot.stateLabel})
          </Link>
        </p>
      )}
      <OpenBallot item={agendaItem} title={topic.title} onReload={onReload} />
    </div>
  );
}
