import { Link } from 'react-router';
import type { FollowUpRowPartsFragment } from '../generated/graphql.js';

/** One follow-up in a list: what is asked, of whom, until when. */
export function FollowUpRow({ followUp }: { readonly followUp: FollowUpRowPartsFragment }) {
  const { id, task, stateLabel, kindLabel, isOverdue, isToBeReviewed, addressee, due, origin } = followUp;
  const number = [
    origin.itemNumber && `TOP ${origin.itemNumber}`,
    origin.clauseNumber && `Ziffer ${origin.clauseNumber}`,
  ];
  const place = number.filter(Boolean).join(' ');
  return (
    <article className="boxed">
      <p className="kern-body kern-body--small kern-body--muted">
        {kindLabel} · {addressee.name}
      </p>
      <h3 className="kern-title">
        <Link className="kern-link" to={`/auftraege/${id}`}>
          {task}
        </Link>
      </h3>
      <p className="kern-body kern-body--small">
        {origin.title}
        {place !== '' && `, ${place}`}
      </p>
      <p className="kern-body row">
        <span>{stateLabel}</span>
        <span>Fällig: {due.label}</span>
        {isOverdue && <strong>überfällig</strong>}
        {isToBeReviewed && <strong>Bedingung prüfen</strong>}
      </p>
    </article>
  );
}
