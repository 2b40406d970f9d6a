import type { TimelineQuery } from '../generated/graphql.js';
import { countOf, formatInstant } from '../ui/format.js';

type Reminders = TimelineQuery['deadlines']['nodes'][number]['reminders'];

interface RemindersOfDeadlineProps {
  readonly reminders: Reminders;
  readonly kindLabel: string;
}

/** Who was reminded and when; only those are there whom the viewer may know of. */
export function RemindersOfDeadline({ reminders, kindLabel }: RemindersOfDeadlineProps) {
  const { nodes, totalCount } = reminders;
  if (totalCount === 0) return null;
  return (
    <details>
      <summary className="kern-body">
        {countOf(totalCount, 'Erinnerung', 'Erinnerungen')}
        <span className="kern-sr-only">: {kindLabel}</span>
      </summary>
      <ul className="plain-list">
        {nodes.map(({ id, personName, rungLabel, because, remindedAt }) => (
          <li key={id}>
            <p className="kern-body">
              <strong>{personName}</strong>, {rungLabel}, <time dateTime={remindedAt}>{formatInstant(remindedAt)}</time>
            </p>
            <p className="kern-body kern-body--small kern-body--muted">Genannter Grund: „weil {because}“</p>
          </li>
        ))}
      </ul>
      {nodes.length < totalCount && (
        <p className="kern-body kern-body--small">Gezeigt sind die letzten {nodes.length}.</p>
      )}
    </details>
  );
}
