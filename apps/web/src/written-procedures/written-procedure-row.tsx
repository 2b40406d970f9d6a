import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { Link } from 'react-router';
import type { WrittenProcedureRowPartsFragment, WrittenProcedureState } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Mark } from '../ui/marking.js';

const tones: Readonly<Record<WrittenProcedureState, 'info' | 'success' | 'warning' | 'danger'>> = {
  DRAFT: 'info',
  RUNNING: 'warning',
  ADOPTED: 'success',
  FAILED: 'danger',
  MOVED_TO_SESSION: 'info',
  WITHDRAWN: 'danger',
};

type Row = WrittenProcedureRowPartsFragment;

export function WrittenProcedureBadge({ procedure }: { readonly procedure: Pick<Row, 'state' | 'stateLabel'> }) {
  return <KernBadge text={procedure.stateLabel} variant={tones[procedure.state]} />;
}

/** One written procedure in a list: what it is about, how it stands, and until when. */
export function WrittenProcedureRow({ procedure }: { readonly procedure: Row }) {
  const { id, name, resolutionName, topic, round, requestedAt, closesAt, endedAt } = procedure;
  const facts = [
    name ?? `beantragt am ${formatInstant(requestedAt)}`,
    round > 1 && `${round}. Runde`,
    endedAt === null && closesAt !== null && `Frist ${formatInstant(closesAt)}`,
    endedAt !== null && `beendet am ${formatInstant(endedAt)}`,
    resolutionName,
  ];
  return (
    <>
      <div className="row">
        <Link className="kern-link card-title" to={`/umlaufverfahren/${id}`}>
          {topic.title}
        </Link>
        <WrittenProcedureBadge procedure={procedure} />
        <Mark of={topic} />
      </div>
      <p className="kern-body kern-body--small kern-body--muted">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
