import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useId, useState } from 'react';
import { type ActionPartsFragment, OpenBallotDocument } from '../generated/graphql.js';
import { type Act, send } from './act.js';
import { ActDialog } from './act-dialog.js';

interface OpenBallotProps {
  readonly item: {
    readonly id: string;
    /** What the lifecycle says of a ballot that is not there yet. */
    readonly ballotActions: readonly ActionPartsFragment[];
  };
  readonly title: string;
  readonly onReload: () => void;
}

/** Reasons that are plain from where the topic stands, or that concern others: no button tells them on every item. */
const plain = new Set([
  'NOT_ENTITLED',
  'TOPIC_NOT_IN_MAIN_CONFERENCE',
  'ITEM_REMOVED',
  'FIRESIDE_HAS_NO_VOTE',
  'SESSION_NOT_IN_PROGRESS',
  'BALLOT_ALREADY_OPEN',
  'TEXT_ALREADY_VOTED_ON',
]);

/** Offered exactly when the server would open it; otherwise it says why, unless that is plain. */
export function OpenBallot({ item, title, onReload }: OpenBallotProps) {
  const [isAsking, setAsking] = useState(false);
  const reasons = useId();
  const action = item.ballotActions.find((known) => known.action === 'openBallot');
  if (action === undefined || action.refusals.some(({ code }) => plain.has(code))) return null;
  if (!action.available) {
    return (
      <>
        <KernButton text={action.label} variant="secondary" aria-disabled="true" aria-describedby={reasons} />
        <p className="kern-body kern-body--small" id={reasons}>
          {action.refusals.map(({ message }) => message).join(' ')}
        </p>
      </>
    );
  }
  return (
    <>
      <KernButton
        text={action.label}
        alt={`${action.label}: ${title}`}
        variant="secondary"
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <ActDialog
          title={action.label}
          about={item.id}
          act={openBallot(item.id)}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onReload();
          }}
          onReload={onReload}
        />
      )}
    </>
  );
}

function openBallot(agendaItemId: string): Act {
  return {
    fields: [],
    explanation: 'Alle Länder können dann über die aktuelle Fassung des Textes abstimmen.',
    run: (client) => send(client, OpenBallotDocument, { input: { agendaItemId } }),
  };
}
