import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { FollowUpPageDocument, LaterDecisionsDocument, type FollowUpPartsFragment } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { formatDay, formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { followUpActOf } from './follow-up-acts.js';
import { ImplementationTable } from './implementation-table.js';

export function FollowUpPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: FollowUpPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <FollowUp key={data.followUp.id} followUp={data.followUp} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Der Auftrag wird geladen" />;
}

interface FollowUpProps {
  readonly followUp: FollowUpPartsFragment;
  readonly onReload: () => void;
}

function FollowUp({ followUp, onReload }: FollowUpProps) {
  const { viewer } = useSession();
  const mayExtend = followUp.availableActions.some(({ action, available }) => action === 'extendFollowUp' && available);
  const [{ data }] = useQuery({ query: LaterDecisionsDocument, variables: {}, pause: !mayExtend });
  const lands = viewer.capacities.flatMap(({ role, party }) =>
    role === 'PARTY_COORDINATOR' && party ? [party.code] : [],
  );
  return (
    <Page
      title={followUp.task}
      preline={`${followUp.kindLabel} · ${followUp.addressee.name}`}
      lead={
        <p className="row kern-body">
          <strong>{followUp.stateLabel}</strong>
          <span>Fällig: {followUp.due.label}</span>
          {followUp.isOverdue && <strong>überfällig seit {formatDay(followUp.due.lastDay)}</strong>}
          {followUp.isToBeReviewed && <strong>Bedingung ist zu prüfen</strong>}
        </p>
      }
    >
      <div className="two-columns">
        <div>
          <Origin followUp={followUp} />
          <Links followUp={followUp} />
          {followUp.kind === 'IMPLEMENTATION' ? (
            <ImplementationTable implementations={followUp.implementations} />
          ) : (
            <Reports followUp={followUp} />
          )}
        </div>
        <aside aria-label="Nächste Schritte und Verlauf">
          <Section title="Nächste Schritte">
            <ActPanel
              actions={followUp.availableActions}
              actOf={followUpActOf(followUp, data?.topics.nodes ?? [], lands)}
              onDone={onReload}
              onReload={onReload}
            />
          </Section>
          <Section title="Verlauf">
            <History entries={followUp.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function Origin({ followUp: { origin } }: { readonly followUp: FollowUpPartsFragment }) {
  const parts = [
    origin.itemNumber && `TOP ${origin.itemNumber}`,
    origin.clauseNumber && `Ziffer ${origin.clauseNumber}`,
  ];
  return (
    <Section title="Aus dem Beschluss">
      <p className="kern-body">
        <Link className="kern-link" to={`/themen/${origin.topicId}`}>
          {origin.title}
        </Link>
        {`, ${[...parts.filter(Boolean), `beschlossen am ${formatDay(origin.adoptedOn)}`].join(', ')}`}
      </p>
      <blockquote className="boxed kern-body">{origin.clauseText}</blockquote>
    </Section>
  );
}

/** What it goes back to, and what became of it. */
function Links({
  followUp: { repeats, repeatedBy, extendedBy, returnedAs },
}: {
  readonly followUp: FollowUpPartsFragment;
}) {
  const links = [
    ...(repeats ? [{ label: 'Wiederholt', to: `/auftraege/${repeats.id}`, text: repeats.task }] : []),
    ...repeatedBy.map(({ id, task }) => ({ label: 'Wiederholt durch', to: `/auftraege/${id}`, text: task })),
    ...(extendedBy ? [{ label: 'Verlängert durch', to: `/themen/${extendedBy.id}`, text: extendedBy.title }] : []),
    ...(returnedAs
      ? [{ label: 'Zurückgekehrt als Thema', to: `/themen/${returnedAs.id}`, text: returnedAs.title }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <Section title="Zusammenhang">
      <ul className="plain-list">
        {links.map(({ label, to, text }) => (
          <li key={`${label}-${to}`} className="kern-body">
            {label}:{' '}
            <Link className="kern-link" to={to}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reports({ followUp: { reports } }: { readonly followUp: FollowUpPartsFragment }) {
  return (
    <Section title="Berichte">
      {reports.length === 0 && <p className="kern-body">Es liegt noch kein Bericht vor.</p>}
      {[...reports].reverse().map(({ number, text, handedInAt, handedInBy }) => (
        <article key={number} className="boxed">
          <h3 className="kern-title">{number}. Fassung</h3>
          <p className="kern-body kern-body--small kern-body--muted">
            {formatInstant(handedInAt)}, {handedInBy}
          </p>
          <p className="kern-body reading">{text}</p>
        </article>
      ))}
    </Section>
  );
}
