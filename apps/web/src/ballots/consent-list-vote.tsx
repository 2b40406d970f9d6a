import { Link } from 'react-router';
import { ActPanel } from '../acts/act-panel.js';
import { type Act, send } from '../acts/act.js';
import { type AgendaPartsFragment, OpenBlockBallotDocument } from '../generated/graphql.js';
import { Section } from '../ui/page.js';

interface ConsentListVoteProps {
  readonly agenda: AgendaPartsFragment;
  readonly onReload: () => void;
}

/** Reasons that are plain from the agenda itself, or that concern others. */
const plain = new Set(['NOT_ENTITLED', 'BLOCK_EMPTY', 'AGENDA_NOT_CIRCULATED']);

/** The vote on the consent list as a block: where it stands, or whether it may begin. */
export function ConsentListVote({ agenda, onReload }: ConsentListVoteProps) {
  const { blockBallot, ballotActions } = agenda;
  // While it runs or waits for its result there is nothing to open: the link says so.
  const isRunning = blockBallot?.state === 'OPEN' || blockBallot?.state === 'CLOSED';
  const offered = (isRunning ? [] : ballotActions).filter(({ refusals }) =>
    refusals.every(({ code }) => !plain.has(code)),
  );
  if (!blockBallot && offered.length === 0) return <NotYet agenda={agenda} />;
  return (
    <Section title="Grüne Liste en bloc">
      {blockBallot && (
        <p className="kern-body">
          <Link className="kern-link" to={`/abstimmungen/${blockBallot.id}`}>
            Zur Abstimmung über den Block ({blockBallot.stateLabel})
          </Link>
        </p>
      )}
      {offered.length > 0 && (
        <ActPanel actions={offered} actOf={() => openBlock(agenda)} onDone={onReload} onReload={onReload} />
      )}
    </Section>
  );
}

/** Said once, instead of at each item that waits for nothing but the session. */
function NotYet({ agenda }: Pick<ConsentListVoteProps, 'agenda'>) {
  const waiting = agenda.items
    .flatMap(({ ballotActions }) => ballotActions)
    .find(({ refusals }) => refusals.length === 1 && refusals[0]?.code === 'SESSION_NOT_IN_PROGRESS');
  return waiting === undefined ? null : (
    <p className="kern-body kern-body--small">{waiting.refusals.map(({ message }) => message).join(' ')}</p>
  );
}

function openBlock({ id: agendaId, revision: expectedRevision }: AgendaPartsFragment): Act {
  return {
    fields: [],
    explanation:
      'Alle Länder stimmen dann über alle offenen Punkte der Grünen Liste gemeinsam ab. Danach kann kein Punkt mehr von der Liste genommen werden.',
    run: (client) => send(client, OpenBlockBallotDocument, { input: { agendaId, expectedRevision } }),
  };
}
