import { type BodyCode, shortNameOf } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { SessionParticipantsDocument } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { Loading } from '../ui/page.js';
import { type Participant, participantActOf } from './session-acts.js';

interface ParticipantsProps {
  readonly sessionId: string;
  readonly onChange: () => void;
}

/** Who takes part, page by page; a page is loaded when the one before has been read. */
export function Participants({ sessionId, onChange }: ParticipantsProps) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <>
      {pages.map((after, index) => (
        <ParticipantPage
          key={after ?? 'first'}
          sessionId={sessionId}
          after={after}
          isLast={index === pages.length - 1}
          onMore={(cursor) => setPages([...pages, cursor])}
          onChange={onChange}
        />
      ))}
    </>
  );
}

interface ParticipantPageProps extends ParticipantsProps {
  readonly after: string | null;
  readonly isLast: boolean;
  readonly onMore: (cursor: string) => void;
}

function ParticipantPage({ sessionId, after, isLast, onMore, onChange }: ParticipantPageProps) {
  const [{ data, error }, execute] = useQuery({
    query: SessionParticipantsDocument,
    variables: { sessionId, after },
    requestPolicy: 'cache-and-network',
  });
  if (!data) {
    if (error) return <FailedPart error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Die Teilnehmenden werden geladen" />;
  }
  const { nodes, pageInfo } = data.participants;
  const { hasNextPage, endCursor } = pageInfo;
  if (nodes.length === 0) return <p className="kern-body">Noch ist niemand angemeldet.</p>;
  return (
    <>
      <ul className="plain-list">
        {nodes.map((participant) => (
          <li key={participant.id}>
            <ParticipantEntry participant={participant} onChange={onChange} />
          </li>
        ))}
      </ul>
      {isLast && hasNextPage && (
        <KernButton text="Weitere Teilnehmende laden" variant="secondary" onClick={() => onMore(endCursor ?? '')} />
      )}
    </>
  );
}

interface ParticipantEntryProps {
  readonly participant: Participant;
  readonly onChange: () => void;
}

function ParticipantEntry({ participant, onChange }: ParticipantEntryProps) {
  const { name, office, party, body, roleLabel, attendanceLabel } = participant;
  const place = party?.name ?? (body === null ? 'Gast der Sitzung' : shortNameOf(body.code as BodyCode));
  const open = participant.availableActions.filter(({ available }) => available);
  return (
    <>
      <p className="kern-body">
        <strong>{name}</strong>
        {office && `, ${office}`} – {place}, {roleLabel}, {attendanceLabel}
      </p>
      {open.length > 0 && (
        <details>
          <summary className="kern-body kern-body--small">
            Ändern<span className="kern-sr-only">: {name}</span>
          </summary>
          <ActPanel
            actions={open}
            actOf={participantActOf(participant)}
            onDone={onChange}
            onReload={onChange}
            about={name}
          />
        </details>
      )}
    </>
  );
}
