import { Link } from 'react-router';
import { OpenBallot } from '../acts/open-ballot.js';
import type { TopicPartsFragment } from '../generated/graphql.js';

interface ProcedureLinksProps {
  readonly topic: TopicPartsFragment;
  readonly onReload: () => void;
}

/** Where the topic stands in the vote. */
export function ProcedureLinks({ topic, onReload }: ProcedureLinksProps) {
  const { agendaItem, ballot } = topic;
  if (agendaItem === null) return null;
  return (
    <div className="section">
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
