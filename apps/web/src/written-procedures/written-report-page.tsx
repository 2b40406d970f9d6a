import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { WrittenReportDocument } from '../generated/graphql.js';
import { Failure, NotFound } from '../ui/failure.js';
import { countOf, formatDays } from '../ui/format.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page } from '../ui/page.js';
import { WrittenReportList } from './written-report.js';

/** What the chair reports to a conference: every vote in writing that has ended since the session before. */
export function WrittenReportPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: WrittenReportDocument, variables: { conferenceId: id } });
  if (!data) {
    if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Der Bericht wird geladen" />;
  }
  const conference = data.conferences.find((each) => each.id === id);
  if (conference === undefined) return <NotFound />;
  const told = data.writtenProceduresToReport;
  return (
    <Page
      title={`Bericht über Umlaufverfahren: ${conference.title}`}
      lead={
        <>
          <p>{formatDays(conference.startsOn, conference.endsOn)}</p>
          <p>
            Der Bericht entsteht aus den Daten und steht in Tagesordnung und Niederschrift bei den allgemeinen Punkten.
            Mit dem Ende der Hauptkonferenz gilt er als erstattet; was danach endet, kommt in den nächsten Bericht.
          </p>
        </>
      }
    >
      <div className="stack">
        <p className="kern-body kern-body--bold" role="status">
          {told.length === 0
            ? 'Kein Umlaufverfahren zu berichten.'
            : countOf(told.length, 'Umlaufverfahren', 'Umlaufverfahren')}
        </p>
        {told.length === 0 && (
          <p className="kern-body">
            Seit der letzten Sitzung ist keines zu Ende gegangen, oder eine frühere Konferenz hört den Bericht zuerst.
          </p>
        )}
        <WrittenReportList told={told} />
        {conference.agenda !== null && (
          <div>
            <LinkButton to={`/tagesordnungen/${conference.agenda.id}`} text="Zur Tagesordnung" />
          </div>
        )}
      </div>
    </Page>
  );
}
