import { useQuery } from 'urql';
import { MyDeadlinesDocument } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { Loading } from '../ui/page.js';
import { DeadlineRow } from './deadline-row.js';

interface MyDeadlinesProps {
  /** To name the conference of each. */
  readonly conferences: readonly { readonly id: string; readonly title: string }[];
}

/** What is expected of the viewer next, on the desk; each entry leads to the timeline of its conference. */
export function MyDeadlines({ conferences }: MyDeadlinesProps) {
  const [{ data, error }, execute] = useQuery({ query: MyDeadlinesDocument, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error) return <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Ihre Fristen werden geladen" />;
  }
  const { nodes, totalCount } = data.myDeadlines;
  if (nodes.length === 0) {
    return (
      <p className="kern-body">
        Für Sie ist zurzeit nichts offen. Hier stehen die Fristen, bis zu denen von Ihnen noch etwas erwartet wird; was
        Sie erledigt haben, fällt heraus.
      </p>
    );
  }
  return (
    <>
      {totalCount > nodes.length && (
        <p className="kern-body">
          Die nächsten {nodes.length} von {countOf(totalCount, 'Frist', 'Fristen')}
        </p>
      )}
      <ul className="plain-list card-list">
        {nodes.map((deadline) => (
          <li key={deadline.id}>
            <DeadlineRow
              deadline={deadline}
              conferenceTitle={conferences.find(({ id }) => id === deadline.conferenceId)?.title ?? ''}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
