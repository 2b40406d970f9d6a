import type { MinutesEntryPartsFragment } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { Mark } from '../ui/marking.js';

export function MinutesEntries({ entries }: { readonly entries: readonly MinutesEntryPartsFragment[] }) {
  if (entries.length === 0) return <p className="kern-body">Auf der Tagesordnung dieser Sitzung stand kein Punkt.</p>;
  return (
    <ul className="plain-list stack">
      {entries.map((entry) => (
        <li key={entry.agendaItemId} className="boxed stack">
          <Entry entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: MinutesEntryPartsFragment }) {
  const { number, isApart, title, classification, ending, remark, clauses, correction, statements, note } = entry;
  return (
    <>
      <h3 className="kern-title kern-title--small">
        {number !== null && `TOP ${number}: `}
        {isApart ? 'Gesondert' : title}
      </h3>
      {classification !== null && <Mark of={{ classification, isPlaceholder: false }} />}
      {isApart && <p className="kern-body">Dieser Punkt liegt gesondert vor.</p>}
      {ending !== null && <p className="kern-body kern-body--bold">{ending}</p>}
      {remark !== null && <p className="kern-body reading">{remark}</p>}
      {clauses.length > 0 && <Clauses clauses={clauses} />}
      {correction !== null && (
        <div>
          <p className="kern-body kern-body--bold">{correction.number}. Berichtigung, berichtigte Fassung:</p>
          <Clauses clauses={correction.clauses} />
        </div>
      )}
      {note !== null && (
        <p className="kern-body reading">
          <span className="kern-body--bold">Vermerk: </span>
          {note}
        </p>
      )}
      {statements.map(({ parties, text }) => (
        <div key={`${parties.map(({ code }) => code).join()}-${text.slice(0, 40)}`}>
          <p className="kern-body kern-body--bold">
            Erklärung zu Protokoll: {parties.map(({ name }) => name).join(', ')}
          </p>
          <p className="kern-body reading">{text}</p>
        </div>
      ))}
    </>
  );
}
