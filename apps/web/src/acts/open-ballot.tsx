import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import type { AgendaItemState, BallotState, TopicKind, TopicState } from '../generated/graphql.js';
import { OpenBallotDocument } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { type Act, send } from './act.js';
import { ActDialog } from './act-dialog.js';

interface OpenBallotProps {
  readonly item: { readonly id: string; readonly state: AgendaItemState };
  readonly topic: { readonly title: string; readonly state: TopicState; readonly kind: TopicKind };
  readonly ballot: { readonly state: BallotState } | null;
  readonly onReload: () => void;
}

const offices = new Set(['CHAIR', 'SECRETARIAT']);

/**
 * A ballot that is not there yet has no list of actions to ask the server for; the button is offered where one may be
 * missing, and the server decides.
 */
export function OpenBallot({ item, topic, ballot, onReload }: OpenBallotProps) {
  const { viewer } = useSession();
  const [isAsking, setAsking] = useState(false);
  const isOffered =
    item.state === 'PLACED' &&
    topic.state === 'IN_MAIN_CONFERENCE' &&
    topic.kind !== 'FIRESIDE' &&
    ballot === null &&
    viewer.capacities.some(({ role }) => offices.has(role));
  if (!isOffered) return null;
  return (
    <>
      <KernButton
        text="Abstimmung eröffnen"
        alt={`Abstimmung eröffnen: ${topic.title}`}
        variant="secondary"
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <ActDialog
          title="Abstimmung eröffnen"
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
