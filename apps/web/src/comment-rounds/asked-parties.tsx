import type { CommentKind, CommentPartsFragment, CommentRoundPartsFragment } from '../generated/graphql.js';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { Pieces } from '../topics/compared-clauses.js';
import { countOf, formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';

const tones: Readonly<Record<CommentKind, 'success' | 'info' | 'warning'>> = {
  NO_OBJECTION: 'success',
  REMARKS: 'info',
  CHANGE_REQUEST: 'warning',
};

/** Who was asked and who said what, side by side. */
export function AskedParties({ round }: { readonly round: CommentRoundPartsFragment }) {
  const { asked, answeredCount, askedCount } = round;
  const answered = asked.filter(({ comment }) => comment !== null);
  const silent = asked.filter(({ comment }) => comment === null);
  const awaited = silent.filter(({ isAwaited }) => isAwaited);
  const unseeing = silent.filter(({ isAwaited }) => !isAwaited);
  return (
    <Section title="Äußerungen">
      <p className="kern-body">
        {answeredCount} von {askedCount} haben sich geäußert.
      </p>
      {answered.length > 0 && (
        <ul className="plain-list card-list" aria-label="Äußerungen der Länder und des Bundes">
          {answered.map(({ party, comment, earlier }) => (
            <li key={party.code}>
              {comment && <Comment name={party.name} comment={comment} />}
              {earlier.length > 0 && <Earlier comments={earlier} />}
            </li>
          ))}
        </ul>
      )}
      {awaited.length > 0 && (
        <p className="kern-body">
          <strong>{round.isOver ? 'Nicht geäußert haben sich:' : 'Es fehlen noch:'}</strong> {namesOf(awaited)}
        </p>
      )}
      {unseeing.length > 0 && (
        <p className="kern-body">
          <strong>Sehen das Thema nicht mehr:</strong> {namesOf(unseeing)}
        </p>
      )}
    </Section>
  );
}

function namesOf(parties: CommentRoundPartsFragment['asked']): string {
  return parties.map(({ party }) => party.name).join(', ');
}

function Comment({ name, comment }: { readonly name: string; readonly comment: CommentPartsFragment }) {
  return (
    <>
      <div className="row">
        <h3 className="kern-title">{name}</h3>
        <KernBadge text={comment.kindLabel} variant={tones[comment.kind]} />
      </div>
      <CommentBody comment={comment} />
    </>
  );
}

function CommentBody({ comment }: { readonly comment: CommentPartsFragment }) {
  return (
    <>
      {comment.changeRequests.map(({ clauseId, clauseNumber, pieces }) => (
        <p key={clauseId} className="kern-body compared">
          <strong>{clauseNumber === null ? 'Einzige Ziffer' : `Ziffer ${clauseNumber}`}:</strong>{' '}
          <Pieces pieces={pieces} />
        </p>
      ))}
      {comment.text !== null && <p className="kern-body reading">{comment.text}</p>}
      <p className="kern-body kern-body--small kern-body--muted">
        {formatInstant(comment.givenAt)}, {comment.givenBy}
      </p>
    </>
  );
}

function Earlier({ comments }: { readonly comments: readonly CommentPartsFragment[] }) {
  return (
    <details>
      <summary className="kern-body">
        {countOf(comments.length, 'frühere Äußerung, zählt nicht mehr', 'frühere Äußerungen, zählen nicht mehr')}
      </summary>
      {comments.toReversed().map((comment) => (
        <div key={comment.version}>
          <p className="kern-body kern-body--bold">{comment.kindLabel}</p>
          <CommentBody comment={comment} />
        </div>
      ))}
    </details>
  );
}
