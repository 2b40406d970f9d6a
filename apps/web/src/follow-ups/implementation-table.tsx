import type { FollowUpPartsFragment } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';

interface ImplementationTableProps {
  readonly implementations: FollowUpPartsFragment['implementations'];
}

/** All 16 Länder with their own word on how far they have got. */
export function ImplementationTable({ implementations }: ImplementationTableProps) {
  const finished = implementations.filter(({ status }) => status === 'IMPLEMENTED' || status === 'NOT_INTENDED');
  return (
    <Section title="Umsetzung in den Ländern">
      <p className="kern-body">
        {finished.length} von {implementations.length} Ländern sind damit fertig.
      </p>
      <div className="table-scroll" role="region" aria-label="Umsetzung in den Ländern" tabIndex={0}>
        <table className="kern-table kern-table--small kern-table--striped">
          <thead className="kern-table__header">
            <tr className="kern-table__row">
              <th className="kern-table__header" scope="col">
                Land
              </th>
              <th className="kern-table__header" scope="col">
                Stand
              </th>
              <th className="kern-table__header" scope="col">
                Erläuterung
              </th>
              <th className="kern-table__header" scope="col">
                Gemeldet
              </th>
            </tr>
          </thead>
          <tbody className="kern-table__body">
            {implementations.map(({ party, partyName, statusLabel, note, recordedAt, recordedBy }) => (
              <tr className="kern-table__row" key={party}>
                <th className="kern-table__cell" scope="row">
                  {partyName}
                </th>
                <td className="kern-table__cell">{statusLabel}</td>
                <td className="kern-table__cell">{note ?? '–'}</td>
                <td className="kern-table__cell">
                  {recordedAt === null ? '–' : `${formatInstant(recordedAt)}, ${recordedBy}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
