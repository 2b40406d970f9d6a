import type { HistoryPartsFragment } from '../generated/graphql.js';
import { formatInstant } from './format.js';

/** Who did what, in which capacity, when and why; the newest first. */
export function History({ entries }: { readonly entries: readonly HistoryPartsFragment[] }) {
  if (entries.length === 0) return <p className="kern-body kern-body--muted">Noch keine Einträge.</p>;
  const newestFirst = [...entries].sort((a, b) => b.sequence - a.sequence);
  return (
    <ol className="history" role="list" reversed>
      {newestFirst.map((entry) => (
        <li key={entry.id} className="history-entry">
          <p className="kern-body kern-body--bold">{entry.label}</p>
          <p className="kern-body kern-body--small kern-body--muted">
            <time dateTime={entry.occurredAt}>{formatInstant(entry.occurredAt)}</time>, {entry.actorName} (
            {entry.capacityLabel})
          </p>
          {entry.reason !== null && <p className="kern-body">Begründung: {entry.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
