import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { MinutesObjectionState, MinutesPartsFragment } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';

const tones: Readonly<Record<MinutesObjectionState, 'info' | 'success' | 'warning' | 'danger'>> = {
  OPEN: 'warning',
  RESOLVED: 'success',
  REJECTED: 'danger',
  WITHDRAWN: 'info',
};

export function Objections({ minutes }: { readonly minutes: MinutesPartsFragment }) {
  const { objections, entries } = minutes;
  if (objections.length === 0) return <p className="kern-body">Es gibt keine Einwendungen.</p>;
  const numbers = new Map(entries.map(({ agendaItemId, number }) => [agendaItemId, number]));
  return (
    <ul className="plain-list stack">
      {objections.map((objection) => {
        const { id, agendaItemId, party, text, state, stateLabel, version, madeBy, madeAt } = objection;
        const number = agendaItemId === null ? null : numbers.get(agendaItemId);
        return (
          <li key={id} className="boxed stack">
            <p className="row">
              <span className="kern-body kern-body--bold">
                {party.name}
                {number != null && `, TOP ${number}`}
              </span>
              <KernBadge text={stateLabel} variant={tones[state]} />
            </p>
            <p className="kern-body reading">{text}</p>
            <p className="kern-body kern-body--small kern-body--muted">
              {madeBy}, {formatInstant(madeAt)}, zu Fassung {version}
            </p>
            {objection.answeredAt !== null && (
              <p className="kern-body">
                {objection.answer ?? ''}{' '}
                <span className="kern-body--small">
                  ({objection.answeredBy}, {formatInstant(objection.answeredAt)})
                </span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
