import { useCallback } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { MinutesListDocument, type MinutesListQuery } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { formatDays, formatInstant } from '../ui/format.js';
import { Loading, Page, Section } from '../ui/page.js';
import { draftMinutesAct } from './minutes-acts.js';
import { MinutesBadge } from './minutes-badge.js';

type ConferenceMinutes = MinutesListQuery['conferences'][number];
type SessionMinutes = ConferenceMinutes['minutes'][number];

export function MinutesListPage() {
  const [{ data, error }, execute] = useQuery({ query: MinutesListDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!data) return <Loading what="Die Niederschriften werden geladen" />;
  const shown = data.conferences.filter(({ minutes }) => minutes.some(isShown));
  return (
    <Page title="Niederschriften">
      {shown.length === 0 && (
        <p className="kern-body">
          Es liegt noch keine Niederschrift vor. Die Geschäftsstelle und die Geschäftsführungen der Arbeitskreise
          schreiben sie, wenn eine Sitzung geschlossen ist.
        </p>
      )}
      {shown.map((conference) => (
        <Section key={conference.id} title={conference.title}>
          <p className="kern-body kern-body--small kern-body--muted">
            {formatDays(conference.startsOn, conference.endsOn)}
          </p>
          {conference.minutes.filter(isShown).map((session) => (
            <OfSession key={session.sessionId} session={session} onReload={reload} />
          ))}
        </Section>
      ))}
    </Page>
  );
}

/** A session without minutes is only of interest to those who write them. */
function isShown({ minutes, availableActions }: SessionMinutes): boolean {
  return minutes !== null || availableActions.some(({ available }) => available);
}

interface OfSessionProps {
  readonly session: SessionMinutes;
  readonly onReload: () => void;
}

function OfSession({ session: { sessionId, bodies, minutes, availableActions }, onReload }: OfSessionProps) {
  const name = bodies.map(({ name }) => name).join(' mit ');
  if (minutes === null) {
    const actOf = (action: string) => (action === 'draftMinutes' ? draftMinutesAct(sessionId) : null);
    return (
      <div role="group" aria-label={name}>
        <p className="kern-body kern-body--bold">{name}</p>
        <ActPanel actions={availableActions} actOf={actOf} onDone={onReload} onReload={onReload} />
      </div>
    );
  }
  return (
    <p className="row">
      <Link className="kern-link" to={`/niederschriften/${minutes.id}`}>
        {name}: Niederschrift, Fassung {minutes.version}
      </Link>
      <MinutesBadge state={minutes.state} label={minutes.stateLabel} />
      {minutes.state === 'CIRCULATED' && minutes.objectionsUntil !== null && (
        <span className="kern-body kern-body--small">Einwendungen bis {formatInstant(minutes.objectionsUntil)}</span>
      )}
    </p>
  );
}
