import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type WrittenReportQuery, WrittenReportDocument } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { WrittenProcedureBadge } from './written-procedure-row.js';

type Told = WrittenReportQuery['writtenProceduresToReport'][number];

/** The report as a part of agenda and minutes; nothing where there is nothing to tell. */
export function WrittenReportSection({ conferenceId }: { readonly conferenceId: string }) {
  const [{ data, error }, execute] = useQuery({ query: WrittenReportDocument, variables: { conferenceId } });
  if (error && !data) return <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (!data || data.writtenProceduresToReport.length === 0) return null;
  return (
    <Section title="Bericht: Umlaufverfahren">
      <p className="kern-body">
        Seit der letzten Sitzung im Umlaufverfahren behandelt.{' '}
        <Link className="kern-link" to={`/konferenzen/${conferenceId}/umlaufverfahren`}>
          Zum Bericht
        </Link>
      </p>
      <WrittenReportList told={data.writtenProceduresToReport} />
    </Section>
  );
}

export function WrittenReportList({ told }: { readonly told: readonly Told[] }) {
  return (
    <ul className="plain-list card-list">
      {told.map((procedure) => (
        <li key={procedure.id}>
          <div className="row">
            <Link className="kern-link card-title" to={`/umlaufverfahren/${procedure.id}`}>
              {procedure.topic.title}
            </Link>
            <WrittenProcedureBadge procedure={procedure} />
          </div>
          <p className="kern-body kern-body--small kern-body--muted">{factsOf(procedure)}</p>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ name, endedAt, resolutionName }: Told): string {
  const ended = endedAt === null ? null : `beendet am ${formatInstant(endedAt)}`;
  return [name, ended, resolutionName].filter((fact) => fact !== null).join(' · ');
}
