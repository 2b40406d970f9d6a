import { useQuery } from 'urql';
import { ConferencePapersDocument, type DeadlineKind, ReschedulingDocument } from '../generated/graphql.js';
import { countOf, formatDay } from '../ui/format.js';

interface ReschedulingPreviewProps {
  readonly conferenceId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Deadlines with a day of their own that are to move all the same. */
  readonly alsoMove: readonly DeadlineKind[];
}

/** Old and new day of everything that would move; what stands against it is said before anything is sent. */
export function ReschedulingPreview({ conferenceId, startsOn, endsOn, alsoMove }: ReschedulingPreviewProps) {
  const [{ data, error, fetching }] = useQuery({
    query: ReschedulingDocument,
    variables: { input: { conferenceId, startsOn, endsOn, alsoMove: [...alsoMove] } },
    requestPolicy: 'network-only',
  });
  if (error) return <p className="kern-body">Was mit umzieht, lässt sich gerade nicht anzeigen.</p>;
  if (fetching || !data) return <p className="kern-body">Es wird nachgesehen, was mit umzieht …</p>;
  const { days, refusals } = data.rescheduling;
  if (refusals.length > 0) {
    return (
      <div role="status">
        <p className="kern-body kern-body--bold">So geht es noch nicht:</p>
        <ul>
          {refusals.map(({ code, message }) => (
            <li key={code} className="kern-body">
              {message}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div role="status">
      <table className="kern-table kern-table--small kern-table--striped">
        <caption className="kern-title">Was sich ändert</caption>
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            {['Was', 'Bisher', 'Neu'].map((head) => (
              <th key={head} scope="col" className="kern-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {days.map(({ label, before, after, isOver, isFixed, restDay }) => (
            <tr key={label} className="kern-table__row">
              <th scope="row" className="kern-table__header">
                {label}
              </th>
              <td className="kern-table__cell">{formatDay(before)}</td>
              <td className="kern-table__cell">
                {formatDay(after)}
                {isFixed && before === after && ' (eigener Termin, bleibt)'}
                {isOver && ' (schon vorbei)'}
                {restDay !== null && ` (${restDay})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What hangs on a conference that is to be cancelled, as far as the viewer sees it. */
export function PapersPreview({ conferenceId }: { readonly conferenceId: string }) {
  const [{ data, error }] = useQuery({
    query: ConferencePapersDocument,
    variables: { conferenceId },
    requestPolicy: 'network-only',
  });
  if (error) return <p className="kern-body">Die offenen Themen lassen sich gerade nicht anzeigen.</p>;
  if (!data) return <p className="kern-body">Es wird nachgesehen, welche Themen offen sind …</p>;
  const topics = data.conferencePapers.filter(({ kind }) => kind === 'topic');
  if (topics.length === 0) return <p className="kern-body">Für diese Konferenz gibt es keine offenen Themen.</p>;
  return (
    <details>
      <summary className="kern-body">Noch nicht entschieden: {countOf(topics.length, 'Thema', 'Themen')}</summary>
      <ul>
        {topics.map(({ id, title, stateLabel, movesOn }) => (
          <li key={id} className="kern-body">
            {title} ({stateLabel}){!movesOn && ' – kann jetzt nicht verschoben werden'}
          </li>
        ))}
      </ul>
    </details>
  );
}
