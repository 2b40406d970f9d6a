import { highestOf, markingOf } from '#glossary';
import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { AgendaPageDocument, type AgendaPartsFragment } from '../generated/graphql.js';
import { ConsentListVote } from '../ballots/consent-list-vote.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatDays, formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Marking } from '../ui/marking.js';
import { Loading, Page, Section } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';
import { AgendaStateBadge } from '../ui/states.js';
import { agendaActOf } from './agenda-acts.js';
import { AgendaChanges, useChanges } from './agenda-changes.js';
import { AgendaItemEntry } from './agenda-item.js';
import { WrittenReportSection } from '../written-procedures/written-report.js';
import { MissingTopics } from './missing-topics.js';

export function AgendaPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: AgendaPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Agenda key={data.agenda.id} agenda={data.agenda} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Tagesordnung wird geladen" />;
}

interface AgendaProps {
  readonly agenda: AgendaPartsFragment;
  readonly onReload: () => void;
}

type Item = AgendaPartsFragment['items'][number];

/** In the order the server gives: groups as in the printed agenda, items by their place within the group. */
function groupsOf(items: readonly Item[]): readonly { readonly label: string; readonly items: readonly Item[] }[] {
  const labels = [...new Set(items.map(({ groupLabel }) => groupLabel))];
  return labels.map((label) => ({ label, items: items.filter(({ groupLabel }) => groupLabel === label) }));
}

function newsOf(isAdded: boolean | undefined): string | null {
  if (isAdded === undefined) return null;
  return isAdded ? 'Neu seit Ihrem letzten Besuch' : 'Geändert seit Ihrem letzten Besuch';
}

function Agenda({ agenda, onReload }: AgendaProps) {
  const { conference, held, items } = agenda;
  const changes = useChanges(agenda);
  const changed = new Map(changes.changes.map(({ itemId, kind }) => [itemId, kind === 'ADDED']));
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  return (
    <Page
      title={`Tagesordnung${agenda.sessionId === null ? '' : ` ${agenda.bodyLabel}`}: ${conference.title}`}
      lead={
        <>
          <Marking text={markingOf(highestOf(items.flatMap(({ topic }) => topic ?? [])))} />
          <p className="row">
            <AgendaStateBadge state={agenda.state} label={agenda.stateLabel} />
            <span>
              {formatDays(held.startsOn, held.endsOn)}
              {held.place && `, ${held.place}`}
            </span>
          </p>
          {agenda.circulatedAt !== null && <p>Versandt am {formatInstant(agenda.circulatedAt)}</p>}
          {agenda.supplements.map(({ number, label, circulatedAt }) => (
            <p key={number}>
              {label} versandt am {formatInstant(circulatedAt)}
              {agenda.items.some(({ supplement }) => supplement === number) && (
                <>
                  {' '}
                  <a className="kern-link" href={`/documents/agendas/${agenda.id}/supplements/${number}.pdf`}>
                    {label} als PDF
                  </a>
                </>
              )}
            </p>
          ))}
        </>
      }
    >
      <p className="row">
        <a className="kern-link" href={`/documents/agendas/${agenda.id}.pdf`}>
          <span className="kern-icon kern-icon--download" aria-hidden="true" />
          Tagesordnung als PDF
        </a>
        {agenda.state === 'CLOSED' && agenda.sessionId === null && (
          <a className="kern-link" href={`/documents/conferences/${conference.id}/collection.pdf`}>
            <span className="kern-icon kern-icon--download" aria-hidden="true" />
            Entwurf der Sammlung als PDF
          </a>
        )}
      </p>
      <div className="two-columns">
        <div>
          <AgendaChanges agenda={agenda} changes={changes} />
          <ErrorSummary refusals={refusals} onReload={onReload} />
          <ConsentListVote agenda={agenda} onReload={onReload} />
          {items.length === 0 && <p className="kern-body">Die Tagesordnung hat noch keine Punkte.</p>}
          {groupsOf(items).map(({ label, items: ofGroup }) => (
            <section key={label} className="section">
              <KernHeading level={2} size="medium">
                {label}
              </KernHeading>
              <ol className="plain-list card-list" role="list">
                {ofGroup.map((item, position) => (
                  <AgendaItemEntry
                    key={item.id}
                    agenda={agenda}
                    item={item}
                    news={newsOf(changed.get(item.id))}
                    before={ofGroup[position - 1] ?? null}
                    after={ofGroup[position + 1] ?? null}
                    onRefused={setRefusals}
                    onReload={onReload}
                  />
                ))}
              </ol>
            </section>
          ))}
          {agenda.sessionId === null && <WrittenReportSection conferenceId={conference.id} />}
        </div>
        <aside aria-label="Nächste Schritte und Verlauf">
          <Section title="Nächste Schritte">
            <p className="kern-body">{countOf(items.length, 'Tagesordnungspunkt', 'Tagesordnungspunkte')}</p>
            <ActPanel
              actions={agenda.availableActions}
              actOf={agendaActOf(agenda)}
              onDone={onReload}
              onReload={onReload}
            />
          </Section>
          <MissingTopics agenda={agenda} onReload={onReload} />
          <Section title="Verlauf">
            <History entries={agenda.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}
