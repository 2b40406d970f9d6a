import { sessionModeNames } from '#glossary';
import { KernBadge, KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { ConferenceHistoryDocument, ConferencesDocument, MeetingBodiesDocument } from '../generated/graphql.js';
import { useInstallation, useSession } from '../session/session.js';
import { type Fact, Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatDay, formatDays, formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { LinkButton } from '../ui/link-button.js';
import { Notice } from '../ui/notice.js';
import { Loading, Page } from '../ui/page.js';
import { actionsOn, conferenceActOf, mayPlan, sessionActions, sessionActOf } from './conference-acts.js';
import type { Conference } from './conference.js';

/** The conference planned on the page before; told once, not again when the page is loaded anew. */
function useJustPlanned(): string | null {
  const { state } = useLocation() as { readonly state: { readonly planned?: string } | null };
  const navigate = useNavigate();
  const [planned] = useState(state?.planned ?? null);
  useEffect(() => {
    if (planned !== null) void navigate('.', { replace: true, state: null, preventScrollReset: true });
  }, [planned, navigate]);
  return planned;
}

export function ConferencesPage() {
  const installation = useInstallation();
  const planned = useJustPlanned();
  const [{ data, error }, execute] = useQuery({ query: ConferencesDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Die Konferenzen werden geladen" />;
  }
  const newestFirst = [...data.conferences].sort((a, b) => b.startsOn.localeCompare(a.startsOn));
  return (
    <Page
      title="Konferenzen"
      lead="Die halbjährlichen Konferenzen mit ihren Fristen, Sitzungen und Tagesordnungen."
      leavesFocus={planned !== null}
    >
      {mayPlan(installation) && (
        <p>
          <LinkButton to="/konferenzen/neu" text="Konferenz planen" variant="primary" icon="add" />
        </p>
      )}
      {newestFirst.length === 0 && <p className="kern-body">Es ist noch keine Konferenz geplant.</p>}
      <ul className="plain-list card-list">
        {newestFirst.map((conference) => (
          <li key={conference.id}>
            {conference.id === planned && (
              <div role="status">
                <Notice variant="success" title={`Erledigt: ${conference.title} ist geplant`} takesFocus />
              </div>
            )}
            <ConferenceEntry conference={conference} all={newestFirst} onReload={reload} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface ConferenceEntryProps {
  readonly conference: Conference;
  readonly all: readonly Conference[];
  readonly onReload: () => void;
}

function ConferenceEntry({ conference, all, onReload }: ConferenceEntryProps) {
  const { viewer } = useSession();
  const { agenda } = conference;
  const actions = actionsOn(conference, viewer);
  const mayPlanSession = actions.some(({ action }) => action === 'planSession');
  const [{ data: meeting }] = useQuery({ query: MeetingBodiesDocument, pause: !mayPlanSession });
  const bodies = meeting?.bodies ?? [];
  const isOver = conference.endsOn < viewer.today || conference.state === 'CANCELLED';
  const ifComing = (text: string) => (isOver ? null : text);
  return (
    <>
      <div className="row">
        <KernHeading level={2} size="medium">
          {conference.title}
        </KernHeading>
        {conference.state === 'CANCELLED' && <KernBadge text={conference.stateLabel} variant="danger" />}
        {conference.isCurrent && <KernBadge text="Laufende Konferenz" variant="info" />}
      </div>
      <Facts
        facts={[
          { term: 'Termin', value: formatDays(conference.startsOn, conference.endsOn) },
          { term: 'Ort', value: conference.place },
          { term: 'Offene Themen gehen weiter bei', value: conference.successor?.title },
          { term: 'Vorsitz', value: conference.chair.name },
          {
            term: 'Konferenzprofil',
            value: (
              <Link className="kern-link" to="/konferenzprofile">
                {conference.profile.name}
              </Link>
            ),
          },
          ...(isOver ? [] : deadlineFacts(conference)),
          {
            term: 'Sitzungen',
            value:
              conference.sessions.length > 0 ? (
                <Sessions sessions={conference.sessions} onReload={onReload} />
              ) : (
                ifComing('noch keine geplant')
              ),
          },
          {
            term: 'Fristen',
            value: (
              <Link className="kern-link" to={`/fristen/${conference.id}`}>
                Alle Fristen ansehen<span className="kern-sr-only">: {conference.title}</span>
              </Link>
            ),
          },
          {
            term: 'Themen',
            value: (
              <Link className="kern-link" to={`/themen?konferenz=${conference.id}`}>
                Themen ansehen<span className="kern-sr-only">: {conference.title}</span>
              </Link>
            ),
          },
          {
            term: 'Veröffentlichung',
            value: (
              <Link className="kern-link" to={`/konferenzen/${conference.id}/veroeffentlichung`}>
                Freigaben und Veröffentlichung<span className="kern-sr-only">: {conference.title}</span>
              </Link>
            ),
          },
          {
            term: 'Tagesordnung',
            value: agenda ? (
              <Link className="kern-link" to={`/tagesordnungen/${agenda.id}`}>
                Tagesordnung ansehen ({agenda.stateLabel})<span className="kern-sr-only">: {conference.title}</span>
              </Link>
            ) : (
              ifComing('noch nicht zusammengestellt')
            ),
          },
        ]}
      />
      {actions.length > 0 && (
        <ActPanel
          actions={actions}
          actOf={conferenceActOf(conference, all, bodies, viewer.today)}
          onDone={onReload}
          onReload={onReload}
          about={conference.title}
        />
      )}
      <HistoryOfConference id={conference.id} title={conference.title} />
    </>
  );
}

/** The days to know by heart; the timeline has them all, with what follows from them. */
function deadlineFacts(conference: Conference): readonly Fact[] {
  return [
    { term: 'Anmeldung über die Arbeitskreise bis', value: formatInstant(conference.registrationDeadline) },
    { term: 'Direkte Anmeldung bis', value: formatInstant(conference.directRegistrationDeadline) },
    { term: 'Sitzungen der Arbeitskreise', value: formatDays(conference.committeesFrom, conference.committeesTo) },
    { term: 'Entwurf der Tagesordnung bis', value: formatInstant(conference.agendaDraftDeadline) },
    { term: 'Vorkonferenz um den', value: formatDay(conference.preConferenceOn) },
    { term: 'Endgültige Unterlagen bis', value: formatInstant(conference.finalPapersDeadline) },
  ];
}

interface HistoryOfConferenceProps {
  readonly id: string;
  readonly title: string;
}

/** Asked for when somebody opens it. */
function HistoryOfConference({ id, title }: HistoryOfConferenceProps) {
  const [isOpen, setOpen] = useState(false);
  const [{ data }] = useQuery({
    query: ConferenceHistoryDocument,
    variables: { id },
    pause: !isOpen,
    requestPolicy: 'cache-and-network',
  });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="kern-body">
        Verlauf<span className="kern-sr-only">: {title}</span>
      </summary>
      {isOpen && (data ? <History entries={data.conference.history} /> : <Loading what="Der Verlauf wird geladen" />)}
    </details>
  );
}

interface SessionsProps {
  readonly sessions: Conference['sessions'];
  readonly onReload: () => void;
}

function Sessions({ sessions, onReload }: SessionsProps) {
  const { viewer } = useSession();
  return (
    <ul className="plain-list">
      {sessions.map((session) => {
        const { id, title, stateLabel, startsOn, endsOn, place, mode, agenda } = session;
        const name = `${title}: ${formatDays(startsOn, endsOn)}`;
        const actions = sessionActions(session, viewer.today);
        return (
          <li key={id}>
            <Link className="kern-link" to={`/sitzungen/${id}`}>
              {name}
            </Link>
            {place && `, ${place}`} ({sessionModeNames[mode]}, {stateLabel}){' '}
            {agenda && (
              <Link className="kern-link" to={`/tagesordnungen/${agenda.id}`}>
                Tagesordnung ({agenda.stateLabel})<span className="kern-sr-only">: {name}</span>
              </Link>
            )}
            {actions.length > 0 && (
              <ActPanel
                actions={actions}
                actOf={sessionActOf(session)}
                onDone={onReload}
                onReload={onReload}
                about={name}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
