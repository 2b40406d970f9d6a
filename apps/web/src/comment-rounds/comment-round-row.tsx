import { shortNameOf, type BodyCode } from '#glossary';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { Link } from 'react-router';
import type { CommentRoundRowPartsFragment, CommentRoundState } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Mark } from '../ui/marking.js';

const tones: Readonly<Record<CommentRoundState, 'info' | 'success' | 'warning'>> = {
  OPEN: 'warning',
  CLOSED: 'success',
  WITHDRAWN: 'info',
};

type Row = CommentRoundRowPartsFragment;

export function CommentRoundBadge({ round }: { readonly round: Pick<Row, 'state' | 'stateLabel'> }) {
  return <KernBadge text={round.stateLabel} variant={tones[round.state]} />;
}

/** "AK II", "Vorkonferenz". */
export function nameOfAsker({ body }: Pick<Row, 'body'>): string {
  return shortNameOf(body.code as BodyCode);
}

interface RowProps {
  readonly round: Row;
  /** Where all are about the same topic it is not named again. */
  readonly isOnTopic?: boolean;
}

/** One round in a list: what it is about, who asks, until when, and how many have answered. */
export function CommentRoundRow({ round, isOnTopic = false }: RowProps) {
  const { id, topic, openedAt, closesAt, endedAt, askedCount, answeredCount } = round;
  const when = endedAt === null ? `Frist ${formatInstant(closesAt)}` : `beendet am ${formatInstant(endedAt)}`;
  return (
    <>
      <div className="row">
        <Link className="kern-link card-title" to={`/anmerkungsrunden/${id}`}>
          {isOnTopic ? `Runde vom ${formatInstant(openedAt)}` : topic.title}
        </Link>
        <CommentRoundBadge round={round} />
        {!isOnTopic && <Mark of={topic} />}
      </div>
      <p className="kern-body kern-body--small kern-body--muted">
        {nameOfAsker(round)} · {when} · {answeredCount} von {askedCount} haben sich geäußert
      </p>
    </>
  );
}
