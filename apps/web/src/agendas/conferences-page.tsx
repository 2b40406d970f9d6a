import { bodyShortNames, sessionModeNames, type BodyCode } from '#glossary';
import { KernBadge, KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type Act, send } from '../acts/act.js';
import { ActPanel } from '../acts/act-panel.js';
import {
  type ActionPartsFragment,
  CompileAgendaDocument,
  ConferencesDocument,
  type ConferencesQuery,
} from '../generated/graphql.js';
import { useSession, type Viewer } from '../session/session.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatDays, formatInstant } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';

type Conference = ConferencesQuery['conferences'][number];

export function ConferencesPage() {
  const [{ data, error }, execute] = useQuery({ query: ConferencesDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Die Konferenzen werden geladen" />;
  }
  const newestFirst = [...data.conferences].sort((a, b) => b.startsOn.localeCompare(a.startsOn));
  return (
    <Page title="Konferenzen" lead="Die halbjährlichen Konferenzen mit ihren Fristen, Sitzungen und Tagesordnungen.">
      {newestFirst.length === 0 && <p className="kern-body">Es ist noch keine Konferenz geplant.</p>}
      <ul className="plain-list card-list">
        {newestFirst.map((conference) => (
          <li key={conference.id}>
            <ConferenceEntry conference={conference} onReload={reload} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface ConferenceEntryProps {
  readonly conference: Conference;
  readonly onReload: () => void;
}

/** An agenda that is not there yet has no actions of its own: the office that compiles it gets the button. */
function actionsOn(conference: Conference, viewer: Viewer): readonly ActionPartsFragment[] {
  const isCompiledHere = conference.agenda === null && conference.endsOn >= viewer.today;
  if (!isCompiledHere || !viewer.capacities.some(({ role }) => role === 'SECRETARIAT')) return [];
  return [{ action: 'compileAgenda', label: 'Tagesordnung zusammenstellen', available: true, refusals: [] }];
}

function ConferenceEntry({ conference, onReload }: ConferenceEntryProps) {
  const { viewer } = useSession();
  const { agenda } = conference;
  const actions = actionsOn(conference, viewer);
  const isOver = conference.endsOn < viewer.today;
  const ifComing = (text: string) => (isOver ? null : text);
  return (
    <>
      <div className="row">
        <KernHeading level={2} size="medium">
          {conference.title}
        </KernHeading>
        {conference.isCurrent && <KernBadge text="Laufende Konferenz" variant="info" />}
      </div>
      <Facts
        facts={[
          { term: 'Termin', value: formatDays(conference.startsOn, conference.endsOn) },
          { term: 'Ort', value: conference.place },
          { term: 'Vorsitz', value: conference.chair.name },
          {
            term: 'Anmeldung über die Arbeitskreise bis',
            value: isOver ? null : formatInstant(conference.registrationDeadline),
          },
          {
            term: 'Direkte Anmeldung bis',
            value: isOver ? null : formatInstant(conference.directRegistrationDeadline),
          },
          {
            term: 'Sitzungen',
            value:
              conference.sessions.length > 0 ? (
                <Sessions sessions={conference.sessions} />
              ) : (
                ifComing('noch keine geplant')
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
        <ActPanel actions={actions} actOf={() => compileAgenda(conference.id)} onDone={onReload} onReload={onReload} />
      )}
    </>
  );
}

function compileAgenda(conferenceId: string): Act {
  return {
    fields: [],
    explanation: 'Alle Themen, die an die Hauptkonferenz weitergeleitet sind, kommen auf die Tagesordnung.',
    run: (client) => send(client, CompileAgendaDocument, { input: { conferenceId } }),
  };
}

function Sessions({ sessions }: { readonly sessions: Conference['sessions'] }) {
  return (
    <ul className="plain-list">
      {sessions.map(({ id, body, startsOn, endsOn, place, mode }) => (
        <li key={id}>
          {bodyShortNames[body.code as BodyCode] ?? body.code}: {formatDays(startsOn, endsOn)}
          {place && `, ${place}`} ({sessionModeNames[mode]})
        </li>
      ))}
    </ul>
  );
}
