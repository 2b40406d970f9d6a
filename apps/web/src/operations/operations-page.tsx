import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { OperationsDocument } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatInstant } from '../ui/format.js';
import { Loading, Page, Section } from '../ui/page.js';
import { DeadLetters } from './dead-letters.js';
import { MailServerState, QueueTable, ScheduleTable, WorkerTable } from './installation-tables.js';

/** How the installation works, for the technical administration: kinds and numbers, no contents. */
export function OperationsPage() {
  const [{ data, error, fetching }, execute] = useQuery({
    query: OperationsDocument,
    requestPolicy: 'cache-and-network',
  });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Der Betrieb wird geladen" />;
  const { backend, queues, schedules, workers, givenUpJobs, openMessages, openSince, mailServer, waitingMails } =
    data.operations;
  const givenUp = givenUpJobs.reduce((sum, each) => sum + each.givenUp, 0);
  return (
    <Page
      title="Technik"
      lead="Wie die Anlage arbeitet: Arbeiten im Hintergrund, was liegen geblieben ist und wer arbeitet. Inhalte stehen hier keine."
    >
      <div className="row list-header">
        <p className="kern-body" role="status">
          {givenUp === 0 ? 'Nichts ist aufgegeben.' : `Aufgegeben: ${countOf(givenUp, 'Arbeit', 'Arbeiten')}.`}{' '}
          {openMessages === 0 || openSince === null
            ? 'Der Postausgang ist leer.'
            : `Im Postausgang: ${countOf(openMessages, 'Nachricht', 'Nachrichten')}, die älteste von ${formatInstant(openSince)}.`}
        </p>
        <KernButton
          text={fetching ? 'Wird gelesen …' : 'Aktualisieren'}
          variant="secondary"
          aria-disabled={fetching}
          onClick={reload}
        />
      </div>
      <Section title="Arbeitsprozesse">
        <WorkerTable workers={workers} />
      </Section>
      <Section title="Mailserver">
        <MailServerState server={mailServer} waiting={waitingMails} />
      </Section>
      <Section title="Warteschlangen">
        <p className="kern-body">
          Sie liegen auf {backend}.{' '}
          <a className="kern-link" href="/technik/warteschlangen/">
            Die Warteschlangen im Einzelnen
          </a>
        </p>
        <QueueTable queues={queues} />
      </Section>
      <Section title="Regelmäßige Arbeiten">
        <ScheduleTable schedules={schedules} />
      </Section>
      <Section title="Aufgegebene Arbeiten">
        <DeadLetters jobs={givenUpJobs} onDone={reload} />
      </Section>
    </Page>
  );
}
