import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeadlinePartsFragment } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';

/** Where the record stands that the deadline is about; the conference is the page itself. */
const places: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
  writtenProcedure: { path: '/umlaufverfahren', text: 'Zum Umlaufverfahren' },
  commentRound: { path: '/anmerkungsrunden', text: 'Zur Anmerkungsrunde' },
  minutes: { path: '/niederschriften', text: 'Zur Niederschrift' },
  followUp: { path: '/auftraege', text: 'Zum Auftrag' },
};

interface DeadlineRowProps {
  readonly deadline: DeadlinePartsFragment;
  /** Whether it is the next one that has not passed. */
  readonly isNext?: boolean;
  /** Named where the row stands apart from its timeline, and leads there. */
  readonly conferenceTitle?: string;
  readonly children?: ReactNode;
}

/** One deadline: what it is, until when, who must do what, and what follows from it. */
export function DeadlineRow({ deadline, isNext = false, conferenceTitle, children }: DeadlineRowProps) {
  const { kindLabel, duty, effect, opensAt, dueAt, originalDueAt, basisLabel, conferenceId } = deadline;
  const place = places[deadline.subjectKind];
  return (
    <>
      <div className="row">
        {conferenceTitle === undefined ? (
          <h3 className="kern-title">{kindLabel}</h3>
        ) : (
          <Link className="kern-link card-title" to={`/fristen/${conferenceId}`}>
            {kindLabel}
          </Link>
        )}
        <DeadlineBadge deadline={deadline} isNext={isNext} />
      </div>
      <p className="kern-body">
        {opensAt !== null && <>vom {formatInstant(opensAt)} </>}
        bis{' '}
        <strong>
          <time dateTime={dueAt}>{formatInstant(dueAt)}</time>
        </strong>
        {deadline.restDay !== null && ` (${deadline.restDay})`}
        {originalDueAt !== dueAt && `, ursprünglich bis ${formatInstant(originalDueAt)}`}
      </p>
      {deadline.workingDays !== null && (
        <p className="kern-body kern-body--small kern-body--muted">{deadline.workingDays}</p>
      )}
      <p className="kern-body">{duty}</p>
      <p className="kern-body kern-body--small kern-body--muted">
        {conferenceTitle ?? `${deadline.subjectKind === 'conference' ? `${basisLabel}. ` : ''}${effect}`}
      </p>
      {place && (
        <p className="kern-body">
          <Link className="kern-link" to={`${place.path}/${deadline.subjectId}`}>
            {place.text}
          </Link>
        </p>
      )}
      {deadline.kind === 'RELEASE_OBJECTION' && (
        <p className="kern-body">
          <Link className="kern-link" to={`/konferenzen/${conferenceId}/veroeffentlichung`}>
            Zu den Freigaben
          </Link>
        </p>
      )}
      {children}
    </>
  );
}

function DeadlineBadge({ deadline, isNext }: { readonly deadline: DeadlinePartsFragment; readonly isNext: boolean }) {
  if (deadline.state === 'SETTLED') return <KernBadge text={deadline.stateLabel} variant="success" />;
  if (deadline.isOver) return <KernBadge text="Abgelaufen" variant="warning" />;
  return <KernBadge text={isNext ? 'Als Nächstes' : deadline.stateLabel} variant="info" />;
}
