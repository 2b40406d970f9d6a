import { sessionModeNames } from '#glossary';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { SessionPageDocument, type SessionPartsFragment } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatDay, formatDays, formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { Participants } from './participants.js';
import { sessionActOf } from './session-acts.js';

export function SessionPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: SessionPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Meeting key={data.session.id} session={data.session} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Sitzung wird geladen" />;
}

interface MeetingProps {
  readonly session: SessionPartsFragment;
  readonly onReload: () => void;
}

function Meeting({ session, onReload }: MeetingProps) {
  const { viewer } = useSession();
  const [version, setVersion] = useState(0);
  const ownParty = viewer.capacities.find(({ role }) => role === 'PARTY_COORDINATOR')?.party?.code ?? '';
  const reloadAll = () => {
    setVersion(version + 1);
    onReload();
  };
  return (
    <Page
      title={session.title}
      lead={
        <p className="row">
          <KernBadge text={session.stateLabel} variant={session.state === 'CANCELLED' ? 'danger' : 'info'} />
          <Link className="kern-link" to="/konferenzen">
            {session.conference.title}
          </Link>
        </p>
      }
    >
      <Facts
        facts={[
          { term: 'Termin', value: formatDays(session.startsOn, session.endsOn) },
          { term: 'Ort', value: session.place },
          { term: 'Form', value: sessionModeNames[session.mode] },
          { term: 'Angemeldet', value: attendanceText(session) },
        ]}
      />
      <ActPanel
        actions={session.availableActions}
        actOf={sessionActOf(session, ownParty)}
        onDone={reloadAll}
        onReload={reloadAll}
      />
      <Representatives session={session} />
      <Section title="Teilnehmende">
        <Participants key={version} sessionId={session.id} onChange={reloadAll} />
      </Section>
      <Invitations session={session} />
      <Section title="Verlauf">
        <History entries={session.history} />
      </Section>
    </Page>
  );
}

function attendanceText({ attendance: { total, present, remote, absent } }: SessionPartsFragment): string {
  if (total === 0) return 'noch niemand';
  const noted = [
    present > 0 ? `${present} anwesend` : null,
    remote > 0 ? `${remote} zugeschaltet` : null,
    absent > 0 ? `${absent} abwesend` : null,
  ].filter((part) => part !== null);
  const people = countOf(total, 'Person', 'Personen');
  return noted.length === 0 ? people : `${people}, davon ${noted.join(', ')}`;
}

function Representatives({ session }: { readonly session: SessionPartsFragment }) {
  const { representatives, representations } = session;
  return (
    <Section title="Wer für die Länder und den Bund sitzt">
      {representatives.length === 0 ? (
        <p className="kern-body">Noch hat niemand benannt, wer für sein Land oder den Bund spricht und abstimmt.</p>
      ) : (
        <Facts
          facts={representatives.map(({ party, name, office }) => ({ term: party.name, value: `${name}, ${office}` }))}
        />
      )}
      {representations.length > representatives.length && (
        <details>
          <summary className="kern-body">Alle Benennungen ({representations.length})</summary>
          <ul>
            {representations.map(({ party, day, name, office, namedBy, namedAt }) => (
              <li key={`${party.code} ${namedAt}`} className="kern-body">
                {party.name} ab {formatDay(day)}: {name}, {office} (benannt von {namedBy}, {formatInstant(namedAt)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Invitations({ session: { invitations } }: { readonly session: SessionPartsFragment }) {
  return (
    <Section title="Einladungen">
      {invitations.length === 0 && <p className="kern-body">Zu dieser Sitzung ist noch nicht eingeladen.</p>}
      <ol className="plain-list">
        {invitations.map(({ number, startsOn, endsOn, place, mode, note, invitedBy, invitedAt }) => (
          <li key={number} className="kern-body">
            <time dateTime={invitedAt}>{formatInstant(invitedAt)}</time>, {invitedBy}: {formatDays(startsOn, endsOn)}
            {place && `, ${place}`} ({sessionModeNames[mode]}){note && ` – ${note}`}
          </li>
        ))}
      </ol>
    </Section>
  );
}
