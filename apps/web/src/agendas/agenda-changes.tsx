import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { type AgendaPartsFragment, MarkAgendaSeenDocument } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';

type Changes = AgendaPartsFragment['changesSinceSeen'];

/**
 * What was new when the page was opened. It stays on the page although opening it counts as having looked: what the person
 * does here must not make it vanish.
 */
export function useChanges({ id, changesSinceSeen }: AgendaPartsFragment): Changes {
  const client = useClient();
  const [shown] = useState(changesSinceSeen);
  useEffect(() => {
    void send(client, MarkAgendaSeenDocument, { input: { agendaId: id, upTo: shown.upTo } });
  }, [client, id, shown]);
  return shown;
}

interface AgendaChangesProps {
  readonly agenda: AgendaPartsFragment;
  readonly changes: Changes;
}

export function AgendaChanges({ agenda, changes: { seenAt, changes } }: AgendaChangesProps) {
  if (seenAt === null) return null;
  const items = new Map(agenda.items.map((item) => [item.id, item]));
  return (
    <Section title="Seit Ihrem letzten Besuch">
      {changes.length === 0 && <p className="kern-body">Seit {formatInstant(seenAt)} hat sich nichts geändert.</p>}
      <ul className="kern-body">
        {changes.map(({ kind, label, itemId, at, reason, by }) => {
          const item = items.get(itemId);
          return (
            <li key={`${kind}-${itemId}-${at}`}>
              <a className="kern-link" href={`#${itemId}`}>
                {item?.number ? `TOP ${item.number} ` : ''}
                {item?.title}
              </a>
              {`: ${label}, ${formatInstant(at)}`}
              {by !== null && `, ${by}`}
              {reason !== null && ` – ${reason}`}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
